import { buildForm } from './build-form.ts'
import type { ImportedForm } from './import-guess.ts'
import { checkFile } from './read/check-file.ts'
import { readDocx } from './read/read-docx.ts'
import { readXlsx } from './read/read-xlsx.ts'
import { readZip, type Zip } from './read/read-zip.ts'
import { refuse } from './read/refuse.ts'

/**
 * A form with its paper from the tables of a Word or Excel file, whichever the content is. Labels become titles and keys; types,
 * formats, dictionaries, required and sensitivity are guessed from the labels and their neighbours, and every guess is reported.
 *
 * @param name the file's name; the form's key is made from it, `imported` where it has no Latin letters
 * @throws FormError `DOCUMENT_REFUSED`, its issue's code a `DocumentRefusal`: other formats, macros, passwords, bombs, no table
 */
export async function importFile(bytes: Uint8Array, name = ''): Promise<ImportedForm> {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  checkFile(data, name)
  const zip = readZip(data)
  const part = officePart(zip)
  const document = part.startsWith('xl/') ? readXlsx(zip, part) : readDocx(zip, part)
  return buildForm(document, formKey(name))
}

/** The main part of an office file. */
function officePart(zip: Zip): string {
  const types = zip.read('[Content_Types].xml') ?? ''
  if (
    zip.names.some((name) => /vbaProject|\.bin$/i.test(name) && /vba|macro/i.test(name)) ||
    /macroEnabled/i.test(types)
  )
    refuse('MACROS')
  const has = (name: string) => zip.names.includes(name)
  const main =
    /PartName="\/((?:word|xl)\/[^"]{1,80}\.xml)"[^>]{0,40}ContentType="[^"]{0,120}(?:document|sheet)\.main\+xml"/.exec(
      types,
    )?.[1]
  const part = [main, 'word/document.xml', 'xl/workbook.xml'].find((name) => name !== undefined && has(name))
  if (part) return part
  if (zip.names.some((name) => name.startsWith('ppt/'))) refuse('PRESENTATION')
  if (has('OFD.xml')) refuse('OFD')
  if (has('mimetype') && /opendocument/.test(zip.read('mimetype') ?? '')) refuse('OPEN_DOCUMENT')
  refuse('NOT_OFFICE')
}

function formKey(name: string): string {
  const key = name
    .replace(/\.[a-z]{2,5}$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
  return key || 'imported'
}

/** `importFile` by the name it had when only Word came in. @throws FormError `DOCUMENT_REFUSED` */
export function importDocx(bytes: Uint8Array, options: { name?: string } = {}): Promise<ImportedForm> {
  return importFile(bytes, options.name)
}
