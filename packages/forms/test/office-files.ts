import { writeZip } from '../src/word/export/write-zip.ts'

const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const typesOf = (part: string, type: string) =>
  `<Types><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`

/** A .docx with this body and nothing more. */
export function docxOf(body: string, more: Array<[string, string | Uint8Array]> = []): Uint8Array {
  return writeZip([
    ['[Content_Types].xml', typesOf('word/document.xml', 'wordprocessingml.document')],
    ['word/document.xml', `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`],
    ...more,
  ])
}

/** A .xlsx with this worksheet and nothing more. */
export function xlsxOf(worksheet: string, more: Array<[string, string | Uint8Array]> = []): Uint8Array {
  return writeZip([
    ['[Content_Types].xml', typesOf('xl/workbook.xml', 'spreadsheetml.sheet')],
    ['xl/workbook.xml', '<workbook><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>'],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships><Relationship Id="rId1" Type="${RELATIONSHIP}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ],
    ['xl/worksheets/sheet1.xml', `<worksheet>${worksheet}</worksheet>`],
    ...more,
  ])
}

/** A paragraph of one run. */
export function p(text: string, run = ''): string {
  return `<w:p><w:r><w:rPr>${run}</w:rPr><w:t>${text}</w:t></w:r></w:p>`
}

/** A cell: paragraphs by `\n`, or ready content; `properties` go into `w:tcPr`. */
export function tc(content: string, properties = ''): string {
  const inner = content.startsWith('<')
    ? content
    : content
        .split('\n')
        .map((line) => p(line))
        .join('')
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`
}

/** A row of cells, texts or ready ones. */
export function tr(...cells: string[]): string {
  return `<w:tr>${cells.map((cell) => (cell.startsWith('<w:tc>') ? cell : tc(cell))).join('')}</w:tr>`
}

/** A table of columns of the given widths. */
export function tbl(widths: number[], ...rows: string[]): string {
  return `<w:tbl><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`
}

/** `gridSpan` and `vMerge` of a cell. */
export const across = (columns: number) => `<w:gridSpan w:val="${columns}"/>`
export const merged = (begin: boolean) => (begin ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>')
