import { strToU8, zipSync } from 'fflate'

/** One sheet: heads, rows, and a row of totals when there is one. */
export interface Sheet {
  name: string
  heads: readonly string[]
  rows: ReadonlyArray<readonly (string | number | undefined)[]>
  totals?: readonly (string | number | undefined)[]
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = 1
const CELL = 2
const TOTAL = 3

/**
 * A workbook of one sheet: heads stay in view, every cell is bordered. Text is never read as a formula.
 *
 * @returns the bytes of an `.xlsx`; the same sheet gives the same bytes
 * Source: ECMA-376 part 1, clause 18 (SpreadsheetML).
 */
export function writeXlsx(sheet: Sheet): Uint8Array<ArrayBuffer> {
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
      ['/xl/workbook.xml', 'sheet.main'],
      ['/xl/worksheets/sheet1.xml', 'worksheet'],
      ['/xl/styles.xml', 'styles'],
    ]
      .map(
        ([part, type]) =>
          `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
      )
      .join('')}</Types>`,
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relationships([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escapeXml(sheetName(sheet.name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': sheetXml(sheet),
  }
  const entries = Object.entries(files).map(([name, xml]) => [name, strToU8(XML + xml)] as const)
  return zipSync(Object.fromEntries(entries), { mtime: '1980-01-01T00:00:00', level: 6 })
}

function relationships(targets: ReadonlyArray<readonly [type: string, target: string]>): string {
  const items = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`
}

const BORDER = ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"/>`).join('')
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF1F4F8"/></patternFill></fill></fills><borders count="2"><border/><border>${BORDER}</border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf borderId="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf fontId="1" borderId="1" applyFont="1" applyBorder="1"/></cellXfs></styleSheet>`

function sheetXml({ heads, rows, totals }: Sheet): string {
  const lines = [heads.map((head) => head), ...rows, ...(totals ? [totals] : [])]
  const widths = heads.map((_, column) => columnWidth(lines.map((line) => line[column])))
  const cols = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const data = lines.map((line, index) => {
    const style = index === 0 ? HEAD : totals && index === lines.length - 1 ? TOTAL : CELL
    const cells = heads.map((_, column) => cellXml(`${columnName(column)}${index + 1}`, style, line[column]))
    return `<row r="${index + 1}">${cells.join('')}</row>`
  })
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  return `<worksheet xmlns="${MAIN}">${view}<cols>${cols.join('')}</cols><sheetData>${data.join('')}</sheetData></worksheet>`
}

function cellXml(reference: string, style: number, value: string | number | undefined): string {
  if (value === undefined || value === '') return `<c r="${reference}" s="${style}"/>`
  if (typeof value === 'number') return `<c r="${reference}" s="${style}"><v>${value}</v></c>`
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`
}

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

const NARROWEST = 8
const WIDEST = 40

/** In characters; a Chinese one takes two. */
function columnWidth(values: ReadonlyArray<string | number | undefined>): number {
  const longest = values.reduce<number>((most, value) => Math.max(most, textWidth(String(value ?? ''))), 0)
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2))
}

function textWidth(text: string): number {
  let width = 0
  for (const character of text.slice(0, WIDEST)) width += character > '\u2e80' ? 2 : 1
  return width
}

/** Names of sheets have at most 31 characters and none of `[]:*?/\`. */
function sheetName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\']/g, ' ')
      .slice(0, 31)
      .trim() || '明细'
  )
}

function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
