import { occupancy } from '../grid/grid.ts'
import { flatten, type Unwrapped } from './flatten.ts'
import { MOST_TEXT, type OfficeCell, type OfficeTable } from './office-document.ts'
import { child, childrenNamed, childValue, type XmlNode } from './parse-xml.ts'
import { nothingFound, paragraphText } from './read-paragraph.ts'
import { refuse } from './refuse.ts'

const TWIPS_PER_MM = 56.7
const MAX_SPAN = 63
const MAX_ROWS = 1_000
const LINE_TWIPS = 312
const DEFAULT_TWIPS = 560

/** Counts the tables of a document, nested ones included. */
export interface TableCounter {
  tables: number
}

/** One table of a Word document; what merged cells cover is one cell, what a short row leaves open is a hole. */
export function readWordTable(table: XmlNode, counter: TableCounter): OfficeTable {
  const number = ++counter.tables
  const read: Reading = { number, counter, cells: [], heights: [], breaks: [], open: new Map(), widths: new Map() }
  const rows = flatten(table).filter(({ node }) => node.name === 'tr' && !isGone(node))
  if (rows.length > MAX_ROWS) refuse('TOO_COMPLEX')
  for (const row of rows) readRow(read, row)
  const grid = childrenNamed(child(table, 'tblGrid'), 'gridCol').map((column) => Number(column.attributes.w) || 1)
  const width = Math.max(1, ...read.cells.map((cell) => cell.col + cell.colSpan))
  const { cells, heights, breaks } = read
  const columns = Array.from({ length: width }, (_, col) => grid[col] ?? read.widths.get(col) ?? 1_000)
  const whole: OfficeTable = { kind: 'table', columns, heights, cells, breaks }
  fillHoles(whole, number)
  return whole
}

/** A row that a tracked change took away, or that is hidden. */
function isGone(row: XmlNode): boolean {
  const properties = child(row, 'trPr')
  return child(properties, 'del') !== undefined || child(properties, 'hidden') !== undefined
}

interface Reading {
  number: number
  counter: TableCounter
  cells: OfficeCell[]
  heights: number[]
  breaks: number[]
  /** First column -> the cell that `vMerge` goes on with. */
  open: Map<number, OfficeCell>
  /** Widths of cells of one column, for tables without a grid. */
  widths: Map<number, number>
}

function readRow(read: Reading, { node }: Unwrapped): void {
  const row = read.heights.length
  const properties = child(node, 'trPr')
  let col = Math.min(MAX_SPAN, Number(childValue(properties, 'gridBefore')) || 0)
  let lines = 1
  let column = 0
  let last: OfficeCell | undefined
  for (const { node: cellNode, controls } of flatten(node)) {
    if (cellNode.name !== 'tc') continue
    const cellProperties = child(cellNode, 'tcPr')
    const colSpan = clampSpan(childValue(cellProperties, 'gridSpan'))
    const width = Number(child(cellProperties, 'tcW')?.attributes.w)
    if (colSpan === 1 && width > 0) read.widths.set(col, width)
    const from = col
    col += colSpan
    column++
    if (col > MAX_SPAN) refuse('TOO_COMPLEX')
    const { cell, paragraphs, pageBreak } = readCell(read, cellNode, controls, { row, col: from, rowSpan: 1, colSpan })
    cell.place = { table: read.number, row: row + 1, column }
    if (pageBreak && from === 0 && row > 0) read.breaks.push(row)
    if (child(cellProperties, 'hMerge') && childValue(cellProperties, 'hMerge') !== 'restart' && last) {
      last.colSpan += colSpan
      continue
    }
    const merge = child(cellProperties, 'vMerge')
    const above = merge && merge.attributes.val !== 'restart' ? read.open.get(from) : undefined
    if (above && above.row + above.rowSpan === row && above.colSpan === colSpan) {
      above.rowSpan++
      last = undefined
      continue
    }
    if (merge) read.open.set(from, cell)
    else read.open.delete(from)
    lines = Math.max(lines, paragraphs)
    read.cells.push(cell)
    last = cell
  }
  const height = Number(childValue(properties, 'trHeight')) || Math.max(DEFAULT_TWIPS, lines * LINE_TWIPS)
  read.heights.push(Math.min(250, Math.round((height / TWIPS_PER_MM) * 10) / 10))
}

function clampSpan(value: string): number {
  const span = Number(value) || 1
  if (!Number.isInteger(span) || span > MAX_SPAN || span < 1) refuse('TOO_COMPLEX')
  return span
}

function readCell(
  read: Reading,
  node: XmlNode,
  controls: XmlNode[],
  placed: Pick<OfficeCell, 'row' | 'col' | 'rowSpan' | 'colSpan'>,
): { cell: OfficeCell; paragraphs: number; pageBreak: boolean } {
  const found = nothingFound()
  const lines: string[] = []
  const nested: OfficeTable[] = []
  const add = ({ node: part, controls: around }: Unwrapped) => {
    if (part.name === 'p') lines.push(paragraphText(part, found, around))
    else if (part.name === 'tbl') nested.push(readWordTable(part, read.counter))
  }
  for (const part of flatten(node, controls)) add(part)
  for (const part of found.boxes.splice(0)) add({ node: part, controls: [] })
  const direction = childValue(child(node, 'tcPr'), 'textDirection')
  const cell: OfficeCell = {
    ...placed,
    text: lines.join('\n').slice(0, MOST_TEXT),
    vertical: /^tb(Rl|Lr)/i.test(direction),
    place: { table: read.number, row: 0, column: 0 },
    nested,
    ...(found.options.length > 0 ? { options: found.options } : {}),
    ...(found.alias ? { alias: found.alias } : {}),
    ...(found.date ? { date: true } : {}),
  }
  return { cell, paragraphs: lines.length, pageBreak: found.pageBreak }
}

/** Puts a hole wherever rows are shorter than the table. */
export function fillHoles(table: OfficeTable, number: number): void {
  for (const [row, line] of occupancy(table).entries()) {
    for (const [col, owner] of line.entries()) {
      if (owner) continue
      const place = { table: number, row: row + 1, column: col + 1 }
      table.cells.push({ row, col, rowSpan: 1, colSpan: 1, text: '', vertical: false, place, hole: true, nested: [] })
    }
  }
}
