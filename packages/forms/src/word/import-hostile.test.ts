import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { across, docxOf, p, tbl, tc, tr, xlsxOf } from '../../test/office-files.ts'
import { HOSTILE_MS, processorMs } from '../../test/processor-time.ts'
import { FormError } from '../errors.ts'
import { writeZip } from './export/write-zip.ts'
import { importFile } from './index.ts'

const MB = 1024 * 1024
const two = [1000, 3000]
const name = tr('姓名', '')
const ole = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(stream, 'utf16le')])

/** A file whose entry claims another size than it has. */
function lying(entry: string, content: string, size: number): Uint8Array {
  const file = Buffer.from(writeZip([[entry, content]]))
  const at = file.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  file.writeUInt32LE(size, at + 24)
  return file
}

function encrypted(): Uint8Array {
  const file = Buffer.from(docxOf(tbl(two, name)))
  file.writeUInt16LE(1, file.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 8)
  return file
}

function nested(depth: number): string {
  let inner = tbl([100], tr(''))
  for (let level = 0; level < depth; level++) inner = tbl([100], tr(tc(inner)))
  return inner
}

const spaces = ' '.repeat(17 * MB)
const cells = (count: number) =>
  Array.from({ length: count }, (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>1</v></c></row>`).join('')

/** What, the file, and the code of its refusal; `read` is read, within bounds. */
const HOSTILE: Array<[string, Uint8Array, string, string?]> = [
  ['nothing', Buffer.alloc(0), 'EMPTY_FILE'],
  ['a text', Buffer.from('hello'), 'NOT_OFFICE'],
  ['a PDF', Buffer.from('%PDF-1.7 ...'), 'PDF'],
  ['an RTF named .doc', Buffer.from('{\\rtf1\\ansi}'), 'RTF', 'a.doc'],
  ['a web page named .docx', Buffer.from('<html><table></table></html>'), 'WEB_PAGE', 'a.docx'],
  [
    'a Word XML file',
    Buffer.from('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'),
    'WORD_XML',
  ],
  ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'PICTURE'],
  ['an old .doc', ole('WordDocument'), 'OLD_WORD', 'a.doc'],
  ['an old .xls', ole('Workbook'), 'OLD_EXCEL', 'a.xls'],
  ['a .wps', ole('WordDocument'), 'OLD_WPS', 'a.wps'],
  ['a .docx with a password', ole('EncryptedPackage'), 'PASSWORD', 'a.docx'],
  ['a ZIP with a password', encrypted(), 'PASSWORD'],
  ['the beginning of a .docx', docxOf(tbl(two, name)).subarray(0, 200), 'BROKEN'],
  ['a ZIP of something else', writeZip([['a.txt', 'x']]), 'NOT_OFFICE'],
  ['a ZIP of ZIPs', writeZip([['a.zip', writeZip([['word/document.xml', spaces]])]]), 'NOT_OFFICE'],
  ['slides', writeZip([['ppt/presentation.xml', '<p/>']]), 'PRESENTATION'],
  ['an .odt', writeZip([['mimetype', 'application/vnd.oasis.opendocument.text']]), 'OPEN_DOCUMENT'],
  ['an .ofd', writeZip([['OFD.xml', '<x/>']]), 'OFD'],
  ['macros', docxOf(tbl(two, name), [['word/vbaProject.bin', 'x']]), 'MACROS'],
  [
    'a .docm by its type',
    writeZip([
      ['[Content_Types].xml', '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'],
      ['word/document.xml', '<x/>'],
    ]),
    'MACROS',
  ],
  ['names that leave the folder', docxOf(tbl(two, name), [['../../etc/passwd', 'x']]), 'UNSAFE_PATH'],
  ['absolute names', docxOf(tbl(two, name), [['C:\\x', 'x']]), 'UNSAFE_PATH'],
  ['a bomb', docxOf(spaces), 'TOO_LARGE'],
  ['a bomb that lies about its size', lying('word/document.xml', spaces, 10), 'TOO_LARGE'],
  ['a bomb in a part that nobody reads', docxOf(tbl(two, name), [['word/media/a.png', spaces]]), 'read'],
  ['100 MB', Buffer.alloc(100 * MB, 'PK'), 'TOO_LARGE'],
  ['3,000 parts', writeZip(Array.from({ length: 3_000 }, (_, index) => [`p${index}`, ''] as const)), 'TOO_COMPLEX'],
  ['an entity', docxOf('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>&a;'), 'EXTERNAL_DEFINITION'],
  ['a million rows', docxOf(tbl(two, '<w:tr/>'.repeat(1_000_000))), 'TOO_LARGE'],
  ['a hundred thousand rows', docxOf(tbl(two, '<w:tr/>'.repeat(100_000))), 'TOO_COMPLEX'],
  ['2,000 rows', docxOf(tbl(two, name.repeat(2_000))), 'TOO_COMPLEX'],
  ['a cell across a million columns', docxOf(tbl(two, tr(tc('x', across(1_000_000))))), 'TOO_COMPLEX'],
  ['a row of 5,000 cells', docxOf(tbl(two, tr(...Array<string>(5_000).fill('')))), 'TOO_COMPLEX'],
  ['tables 100 deep', docxOf(nested(100)), 'TOO_COMPLEX'],
  ['elements 10,000 deep', docxOf('<w:a>'.repeat(10_000)), 'TOO_COMPLEX'],
  ['an element of a million characters', docxOf(`<w:a ${'x'.repeat(1_000_000)}>`), 'TOO_COMPLEX'],
  ['a comment that never ends', docxOf(`<!--${'<!--'.repeat(500_000)}`), 'NO_TABLE'],
  ['a cell of a million blanks', docxOf(tbl(two, tr(' '.repeat(1_000_000), '_'.repeat(1_000_000)), name)), 'read'],
  ['a label of 年 and 月 without end', docxOf(tbl(two, tr('年 月 '.repeat(100_000), ''), name)), 'read'],
  ['boxes without end', docxOf(tbl(two, tr('类别', '□甲 '.repeat(100_000)), name)), 'read'],
  ['a document without a table', docxOf(p('x')), 'NO_TABLE'],
  ['a table that asks nothing', docxOf(tbl(two, tr('甲', '乙'))), 'NO_TABLE'],
  [
    'labels that are names of objects and words of FEEL',
    docxOf(
      tbl(
        two,
        ...['constructor', '__proto__', 'toString', 'if', 'id', '{{ 1 }}', '&lt;script&gt;', 'javascript:x'].map(
          (label) => tr(label, ''),
        ),
      ),
    ),
    'read',
  ],
  ['a sheet of a million rows', xlsxOf(`<sheetData>${'<row/>'.repeat(1_000_000)}</sheetData>`), 'TOO_LARGE'],
  ['a sheet of 6,000 rows', xlsxOf(`<sheetData>${cells(6_000)}</sheetData>`), 'TOO_COMPLEX'],
  [
    'a cell at the end of the sheet',
    xlsxOf('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    'TOO_COMPLEX',
  ],
  [
    'merges over each other',
    xlsxOf(
      `<sheetData>${cells(300)}</sheetData><mergeCells><mergeCell ref="A1:XFD400"/><mergeCell ref="A2:XFD400"/><mergeCell ref="B1:XFD400"/></mergeCells>`,
    ),
    'NO_TABLE',
  ],
  ['an empty sheet', xlsxOf('<sheetData/>'), 'NO_TABLE'],
]

describe('hostile files', () => {
  it.each(HOSTILE)('%s', async (_, bytes, expected, file) => {
    let outcome = ''
    const cost = await processorMs(async () => {
      outcome = await importFile(bytes, file).then(
        () => 'read',
        (error: unknown) => (error instanceof FormError ? `${error.code} ${error.issues[0]?.code}` : String(error)),
      )
    })
    expect(outcome).toBe(expected === 'read' ? 'read' : `DOCUMENT_REFUSED ${expected}`)
    expect(cost).toBeLessThan(HOSTILE_MS)
  })

  it('says in Chinese what the file is and what to do', async () => {
    await expect(importFile(ole('WordDocument'), 'a.doc')).rejects.toThrow(/\.doc.*另存为 \.docx/)
    await expect(importFile(Buffer.from(deflateRawSync('x')))).rejects.toThrow(/不是 Word 或 Excel/)
  })
})
