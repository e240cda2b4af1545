import { type FormDefinition, type FormValues, paperHtml } from '@zhupi/forms'
import type { Clock } from '../../clock.ts'
import { ServerError } from '../../errors.ts'
import type { Actor } from '../../http/actor.ts'
import type { Printer } from '../../ports/printer/printer.ts'
import type { PaperCopy } from './paper-copy.ts'
import { type PrintLook, watermarkFor } from './print-look.ts'

export interface PrintServiceDeps {
  /** Reads the case for the reader, and logs that it is printed. @throws ServerError `CASE_NOT_FOUND` */
  takeCopy(actor: Actor, caseId: string): Promise<PaperCopy>
  /** A file that the values of the copy name; undefined where there is none. */
  readFile(fileId: string): Promise<{ type: string; bytes: Buffer } | undefined>
  printer: Printer
  clock: Clock
  look?: PrintLook
}

/** Prints cases on the paper of their forms. */
export function createPrintService({ takeCopy, readFile, printer, clock, look = {} }: PrintServiceDeps) {
  return {
    /** @throws ServerError `CASE_NOT_FOUND`, `PAPER_MISSING`, `PRINTER_UNAVAILABLE` */
    async print(actor: Actor, caseId: string): Promise<{ name: string; pdf: Buffer }> {
      const { form, values, number, title } = await takeCopy(actor, caseId)
      if (!form.paper) throw new ServerError('PAPER_MISSING')
      const pictures = await readPictures(form, values)
      const watermark = watermarkFor(look, actor, clock())
      const html = paperHtml(form, values, {
        caseNumber: number,
        asset: (fileId) => pictures.get(fileId),
        ...(watermark !== undefined && { watermark }),
        ...(look.fonts !== undefined && { fonts: look.fonts }),
      })
      const pdf = await printer.print(html, { duplex: form.paper.duplex === true })
      return { name: `${number} ${title}.pdf`, pdf }
    },

    /** @throws ServerError `CASE_NOT_FOUND`, `PAPER_MISSING` */
    async printWord(actor: Actor, caseId: string): Promise<{ name: string; docx: Buffer }> {
      const { form, values, number, title } = await takeCopy(actor, caseId)
      if (!form.paper) throw new ServerError('PAPER_MISSING')
      const pictures = await readPictures(form, values)
      const { exportDocx } = await import('@zhupi/forms/word')
      const watermark = watermarkFor(look, actor, clock())
      const docx = await exportDocx(form, values, {
        caseNumber: number,
        asset: (fileId) => pictures.get(fileId),
        ...(watermark !== undefined && { watermark }),
      })
      return { name: `${number} ${title}.docx`, docx: Buffer.from(docx) }
    },
  }

  /** The pictures that the paper shows, as `data:` URIs: drawn once without them, it tells which it wants. */
  async function readPictures(form: FormDefinition, values: FormValues): Promise<Map<string, string>> {
    const wanted = new Set<string>()
    paperHtml(form, values, {
      asset(fileId) {
        wanted.add(fileId)
        return undefined
      },
    })
    const pictures = new Map<string, string>()
    for (const fileId of wanted) {
      const file = await readFile(fileId)
      if (file?.type.startsWith('image/')) pictures.set(fileId, toDataUri(file))
    }
    return pictures
  }
}

export type PrintService = ReturnType<typeof createPrintService>

function toDataUri({ type, bytes }: { type: string; bytes: Buffer }): string {
  return `data:${type};base64,${bytes.toString('base64')}`
}
