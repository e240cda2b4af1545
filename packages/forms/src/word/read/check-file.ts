import { refuse } from './refuse.ts'

const MAX_BYTES = 20 * 1024 * 1024
const OLE = 'd0cf11e0a1b11ae1'
/** The streams of an OLE file are named in UTF-16. */
const utf16 = (text: string) => Buffer.from(text, 'utf16le')
const ENCRYPTED = utf16('EncryptedPackage')
const WORKBOOK = utf16('Workbook')
const SLIDES = utf16('PowerPoint Document')

/** Refuses by its first bytes and its size whatever is not a ZIP, and says what it is. @throws FormError `DOCUMENT_REFUSED` */
export function checkFile(data: Buffer, name: string): void {
  if (data.length === 0) refuse('EMPTY_FILE')
  if (data.length > MAX_BYTES) refuse('TOO_LARGE')
  const magic = data.toString('hex', 0, 8)
  if (magic.startsWith(OLE.slice(0, 8))) refuseOle(data, name)
  const text = data
    .toString('latin1', 0, 512)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
  if (text.startsWith('%PDF')) refuse('PDF')
  if (text.startsWith('{\\rtf')) refuse('RTF')
  if (/^(89504e47|ffd8ff|47494638|424d|49492a00|4d4d002a)/.test(magic)) refuse('PICTURE')
  if (/^<\?xml/i.test(text) && /Word\.Document|schemas-microsoft-com:office:word|pkg:package/.test(text))
    refuse('WORD_XML')
  if (/^(<!doctype html|<html|<\?xml[^>]*>\s*<(!doctype )?html|MIME-Version:)/i.test(text)) refuse('WEB_PAGE')
  if (!text.startsWith('PK')) refuse('NOT_OFFICE')
}

function refuseOle(data: Buffer, name: string): never {
  if (data.includes(ENCRYPTED)) refuse('PASSWORD')
  if (/\.(wps|et|dps)$/i.test(name)) refuse('OLD_WPS')
  if (data.includes(SLIDES)) refuse('PRESENTATION')
  if (/\.xls$/i.test(name) || data.includes(WORKBOOK)) refuse('OLD_EXCEL')
  refuse('OLD_WORD')
}
