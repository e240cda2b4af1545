import type { Placed } from '../grid/grid.ts'
import { parseRange, type SheetRange } from './cell-reference.ts'
import {
  CELL_EDGE,
  type OfficeCell,
  type OfficeDocument,
  type OfficeLine,
  type OfficeTable,
} from './office-document.ts'
import { child, childrenNamed, parseXml, type XmlNode } from './parse-xml.ts'
import { readSheet, richText, type Sheet, type SheetCell } from './read-sheet.ts'
import { fillHoles } from './read-word-table.ts'
import type { Zip } from './read-zip.ts'
import { refuse } from './refuse.ts'
import { readSheetStyles } from './sheet-styles.ts'

const MM_PER_POINT = 0.3528
const TWIPS_PER_CHARACTER = 110
/** Empty rows that are kept at the end of a list. */
const KEPT_ROWS = 20
const MAX_ROWS = 500

/** Reads the first visible sheet of a workbook: the bordered cells are the table, text above and below are lines. */
export function readXlsx(zip: Zip, part: string): OfficeDocument {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const workbook = child(parseXml(zip.read(part) ?? ''), 'workbook')
  const sheets = childrenNamed(child(workbook, 'sheets'), 'sheet')
  const index = sheets.findIndex(({ attributes }) => !attributes.state || attributes.state === 'visible')
  const target = relations(zip, part).get(sheets[index]?.attributes.id ?? '') ?? 'worksheets/sheet1.xml'
  const source = zip.read(target.startsWith('/') ? target.slice(1) : folder + target)
  const root = source === undefined ? undefined : child(parseXml(source), 'worksheet')
  if (!root) refuse('BROKEN')
  const shared = zip.read(`${folder}sharedStrings.xml`)
  const strings = shared === undefined ? [] : childrenNamed(child(parseXml(shared), 'sst'), 'si').map(richText)
  const styles = readSheetStyles(zip.read(`${folder}styles.xml`))
  return arrange(readSheet(root, strings, styles, printArea(workbook, index)))
}

function relations(zip: Zip, part: string): Map<string, string> {
  const cut = part.lastIndexOf('/') + 1
  const xml = zip.read(`${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`)
  const root = xml === undefined ? undefined : child(parseXml(xml), 'Relationships')
  return new Map(
    childrenNamed(root, 'Relationship').map(({ attributes }) => [attributes.Id ?? '', attributes.Target ?? '']),
  )
}

function printArea(workbook: XmlNode | undefined, sheet: number): SheetRange | undefined {
  const name = childrenNamed(child(workbook, 'definedNames'), 'definedName').find(
    ({ attributes }) => attributes.name === '_xlnm.Print_Area' && Number(attributes.localSheetId ?? 0) === sheet,
  )
  const text = (name?.children ?? []).map((inner) => inner.text).join('')
  return parseRange(text.slice(text.lastIndexOf('!') + 1).split(',')[0] ?? '')
}

/** Parts a sheet into lines above, the table, and lines below. */
function arrange(sheet: Sheet): OfficeDocument {
  const shown = sheet.cells.filter(({ row, col }) => !sheet.hidden.rows.has(row) && !sheet.hidden.columns.has(col))
  const bordered = shown.filter(({ style }) => style.bordered)
  const inTable = bordered.length > 0 ? bordered : withoutTitle(shown, sheet.merges)
  if (inTable.length === 0) refuse('NO_TABLE')
  const range = rangeOf(inTable, sheet.merges)
  const lastText = Math.max(...inTable.map(({ row, text }) => (text.trim() === '' ? range.top : row)))
  const bottom = Math.min(range.bottom, lastText + KEPT_ROWS)
  const line = (from: number, to: number) => linesOf(shown.filter(({ row }) => row >= from && row < to))
  return {
    blocks: [
      ...line(0, range.top),
      tableOf(sheet, shown, { ...range, bottom }),
      ...line(range.bottom + 1, Number.POSITIVE_INFINITY),
    ],
    landscape: sheet.landscape,
  }
}

/** Where nothing has borders, rows of one text before the first row of several are title and notes. */
function withoutTitle(cells: SheetCell[], merges: SheetRange[]): SheetCell[] {
  const first = perRow(cells).find(
    (inRow) => inRow.length > 1 || merges.some(({ top }) => top === inRow[0]?.row && inRow[0].col > 0),
  )
  const from = first?.[0]?.row
  return from === undefined ? [] : cells.filter(({ row }) => row >= from)
}

function rangeOf(cells: SheetCell[], merges: SheetRange[]): SheetRange {
  const range: SheetRange = {
    top: Math.min(...cells.map(({ row }) => row)),
    bottom: Math.max(...cells.map(({ row }) => row)),
    left: Math.min(...cells.map(({ col }) => col)),
    right: Math.max(...cells.map(({ col }) => col)),
  }
  for (const { top, left, right } of merges) {
    if (top >= range.top && top <= range.bottom && left <= range.right && right < range.left + 60)
      range.right = Math.max(range.right, right)
  }
  return range
}

function linesOf(cells: SheetCell[]): OfficeLine[] {
  return perRow(cells.filter(({ text }) => text.trim() !== '')).flatMap((sorted) => {
    const text = sorted
      .map((cell) => cell.text)
      .join('    ')
      .replace(/(?<![期间])([：:]) {4}(?=\s*\S)/g, `$1    ${CELL_EDGE}`)
    const size = Math.max(...sorted.map(({ style }) => style.size))
    const centered = sorted.length === 1 && (sorted[0]?.style.centered ?? false)
    return text.split('\n').map((part): OfficeLine => ({ kind: 'line', text: part, size, centered, pageBreak: false }))
  })
}

/** Cells by row, from top to bottom, each row from left to right. */
function perRow(cells: SheetCell[]): SheetCell[][] {
  const rows = new Map<number, SheetCell[]>()
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell])
  return [...rows.values()]
    .map((row) => row.sort((a, b) => a.col - b.col))
    .sort(([a], [b]) => (a?.row ?? 0) - (b?.row ?? 0))
}

function tableOf(sheet: Sheet, cells: SheetCell[], range: SheetRange): OfficeTable {
  const { top, left, bottom, right } = range
  const rows = [...Array(bottom - top + 1).keys()].map((row) => row + top).filter((row) => !sheet.hidden.rows.has(row))
  const columns = [...Array(right - left + 1).keys()]
    .map((col) => col + left)
    .filter((col) => !sheet.hidden.columns.has(col))
  if (rows.length > MAX_ROWS) refuse('TOO_COMPLEX')
  const byPlace = new Map(cells.map((cell) => [`${cell.row} ${cell.col}`, cell]))
  const merges = new Map(sheet.merges.map((merge) => [`${merge.top} ${merge.left}`, merge]))
  const covered = new Set<string>()
  const table: OfficeTable = {
    kind: 'table',
    columns: columns.map((col) => Math.max(1, Math.round((sheet.widths.get(col) ?? 8.43) * TWIPS_PER_CHARACTER))),
    heights: rows.map((row) => Math.min(250, Math.round((sheet.heights.get(row) ?? 28) * MM_PER_POINT * 10) / 10)),
    cells: [],
    breaks: [],
  }
  for (const [row, sheetRow] of rows.entries()) {
    for (const [col, sheetCol] of columns.entries()) {
      const key = `${sheetRow} ${sheetCol}`
      if (covered.has(key)) continue
      const merge = merges.get(key)
      const rowSpan = merge ? rows.filter((other) => other >= sheetRow && other <= merge.bottom).length : 1
      const colSpan = merge ? columns.filter((other) => other >= sheetCol && other <= merge.right).length : 1
      if (merge) cover(covered, rows.slice(row, row + rowSpan), columns.slice(col, col + colSpan))
      table.cells.push(
        officeCell(sheet, byPlace.get(key), { row, col, rowSpan, colSpan }, { row: sheetRow, col: sheetCol }),
      )
    }
  }
  fillHoles(table, 1)
  return table
}

/** Excel writes no merged cells that overlap: who finds one has a broken file. */
function cover(covered: Set<string>, rows: number[], columns: number[]): void {
  for (const row of rows) {
    for (const col of columns) {
      if (covered.has(`${row} ${col}`)) refuse('BROKEN')
      covered.add(`${row} ${col}`)
    }
  }
}

function officeCell(
  sheet: Sheet,
  cell: SheetCell | undefined,
  placed: Placed,
  at: { row: number; col: number },
): OfficeCell {
  const list = sheet.choices.find(
    ({ range }) => at.row >= range.top && at.row <= range.bottom && at.col >= range.left && at.col <= range.right,
  )
  return {
    ...placed,
    text: cell?.text ?? '',
    vertical: cell?.style.vertical ?? false,
    place: { table: 1, row: at.row + 1, column: at.col + 1 },
    ...(list ? { options: list.options } : {}),
    nested: [],
  }
}
