/** Adds an empty page where the number of pages is odd, so that the next sheet of a stack begins on its front side. */
export async function evenPages(pdf: Buffer): Promise<Buffer> {
  const { PDFDocument } = await import('@cantoo/pdf-lib')
  const document = await PDFDocument.load(pdf)
  const pages = document.getPages()
  const last = pages.at(-1)
  if (!last || pages.length % 2 === 0) return pdf
  document.addPage([last.getWidth(), last.getHeight()])
  return Buffer.from(await document.save())
}
