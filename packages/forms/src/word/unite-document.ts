import { expandCell } from './grid/expand-cell.ts'
import { stackGrids } from './grid/stack-grids.ts'
import { clean, type FormCell, type FormGrid, isText } from './guess/form-cell.ts'
import { lineGrid, textGrid } from './guess/split-cells.ts'
import type { OfficeCell, OfficeDocument, OfficeLine, OfficeTable } from './read/office-document.ts'
import { refuse } from './read/refuse.ts'

const MAX_NESTED = 400
const NOTES = /^(备注|注|说明|填表说明|填写说明|填报说明)[：:：\d]/

/** A document as one form: what stands above, one grid, what stands below. */
export interface UnitedDocument {
  caption?: string
  title?: string
  grid: FormGrid
  notes: string[]
  /** All text, for what it says of the whole. */
  text: string
}

/**
 * All tables of a document as one grid: tables within cells take the place of their cell, tables below each other share their columns,
 * text between them and text with blanks becomes rows.
 *
 * @throws FormError `DOCUMENT_REFUSED` without a table
 */
export function uniteDocument({ blocks }: OfficeDocument): UnitedDocument {
  const first = blocks.findIndex(({ kind }) => kind === 'table')
  const last = blocks.findLastIndex(({ kind }) => kind === 'table')
  if (first < 0) refuse('NO_TABLE')
  const lines = (from: number, to?: number) => blocks.slice(from, to).filter((block) => block.kind === 'line')
  const above = lines(0, first)
  const head = readHead(above)
  const { rows: below, notes } = readFoot(lines(last + 1), above.length)
  const grids: FormGrid[] = [...head.rows]
  let broken = false
  for (const [index, block] of blocks.slice(first, last + 1).entries()) {
    const grid = block.kind === 'table' ? flatTable(block) : betweenGrid(block, above.length + index)
    if (grid && broken && grids.length > 0) grid.breaks = [0, ...grid.breaks]
    broken = block.kind === 'line' && block.pageBreak && (!grid || broken || block.text.trim() === '')
    if (grid) grids.push(grid)
  }
  const peeled = peel(stackWithBreaks([...grids, ...below]), head.title === undefined)
  const text = blocks
    .map((block) => (block.kind === 'line' ? block.text : block.cells.map((cell) => cell.text).join('\n')))
    .join('\n')
  const title = head.title ?? peeled.title
  return {
    ...(head.caption === undefined ? {} : { caption: head.caption }),
    ...(title === undefined ? {} : { title }),
    grid: peeled.grid,
    notes: [...peeled.notes, ...notes],
    text,
  }
}

/** A break at a grid's first row counts from the second grid on. */
function stackWithBreaks(grids: FormGrid[]): FormGrid {
  return stackGrids(
    grids.length === 1 ? grids.map((grid) => ({ ...grid, breaks: grid.breaks.filter((row) => row > 0) })) : grids,
  )
}

function betweenGrid(line: OfficeLine, row: number): FormGrid | undefined {
  if (line.text.trim() === '') return undefined
  const grid = lineGrid(line.text, row + 1) ?? textGrid(line.text, row + 1)
  return line.pageBreak ? { ...grid, breaks: [0] } : grid
}

/** Caption, title, and rows for what else stands above the table. */
function readHead(lines: OfficeLine[]): { caption?: string; title?: string; rows: FormGrid[] } {
  const left = lines.filter(({ text }) => text.trim() !== '').map((line, index) => ({ line, index: index + 1 }))
  const caption = /^附[件表录][\s\u3000]*[\d一二三四五六七八九十]*[：:]?$/.test(left[0]?.line.text.trim() ?? '')
    ? left.shift()
    : undefined
  const asking = left.filter(({ line, index }) => lineGrid(line.text, index))
  const silent = left.filter((item) => !asking.includes(item))
  const size = Math.max(0, ...silent.map(({ line }) => line.size))
  const large = silent.filter(({ line }) => line.size === size && size > 0 && line.text.trim().length <= 60)
  const named = silent.filter(({ line }) =>
    /(表|书|单|卡|函|册|清单|台账|证明)([（(].{1,20}[）)])?$/.test(clean(line.text)),
  )
  const sized = size > 0 && large.length < silent.length
  const chosen = sized ? large : silent.length === 1 ? silent : named.length > 0 ? named.slice(-1) : silent.slice(-1)
  const rows = left
    .filter((item) => !chosen.includes(item))
    .map(({ line, index }) => lineGrid(line.text, index) ?? textGrid(line.text, index))
  const title = chosen.map(({ line }) => spread(line.text)).join('')
  return { ...(caption ? { caption: clean(caption.line.text) } : {}), ...(title ? { title } : {}), rows }
}

/** A title without the blanks that only spread it. */
function spread(text: string): string {
  return text.trim().replace(/(?<=[\p{Script=Han}])[\s\u3000]+(?=[\p{Script=Han}])/gu, '')
}

function readFoot(lines: OfficeLine[], before: number): { rows: FormGrid[]; notes: string[] } {
  const rows: FormGrid[] = []
  const notes: string[] = []
  for (const [index, { text }] of lines.entries()) {
    if (text.trim() === '') continue
    const grid = notes.length > 0 || NOTES.test(clean(text)) ? undefined : lineGrid(text, before + index + 1)
    if (grid) rows.push(grid)
    else notes.push(text.trim())
  }
  return { rows, notes }
}

/** A table whose nested tables stand in its own grid. */
function flatTable(table: OfficeTable): FormGrid {
  let grid: FormGrid = { columns: table.columns, heights: table.heights, breaks: table.breaks, cells: table.cells }
  let count = 0
  for (const cell of table.cells) {
    if (cell.nested.length === 0) continue
    count += cell.nested.length
    const current = grid.cells.find((other) => other.place === cell.place)
    if (count > MAX_NESTED) refuse('TOO_COMPLEX')
    if (current) grid = expandCell(grid, current, nestedGrid(cell))
  }
  return grid
}

function nestedGrid(cell: OfficeCell): FormGrid {
  const inner = cell.nested.map(flatTable)
  if (clean(cell.text) === '') return stackGrids(inner)
  const own: FormCell = { ...cell, row: 0, col: 0, rowSpan: 1, colSpan: 1, nested: [], place: { ...cell.place } }
  return stackGrids([{ columns: [1_000], heights: [8], cells: [own], breaks: [] }, ...inner])
}

/** A title in the table's first row and notes in its last rows stand around the table. */
function peel(grid: FormGrid, titleMissing: boolean): { grid: FormGrid; title?: string; notes: string[] } {
  const whole = (row: number) => {
    const cell = grid.cells.find(
      (other) => other.row === row && other.rowSpan === 1 && other.colSpan === grid.columns.length,
    )
    return isText(cell) ? cell : undefined
  }
  const top = titleMissing && grid.heights.length > 1 ? whole(0) : undefined
  const titled = top && clean(top.text).length <= 60 && !top.text.includes('□') ? top : undefined
  const notes: string[] = []
  let end = grid.heights.length
  for (let cell = whole(end - 1); end > 2 && cell && NOTES.test(clean(cell.text)); cell = whole(end - 1)) {
    notes.unshift(
      ...cell.text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    )
    end--
  }
  const from = titled ? 1 : 0
  if (from === 0 && end === grid.heights.length) return { grid, notes }
  const cells = grid.cells
    .filter(({ row }) => row >= from && row < end)
    .map((cell) => ({ ...cell, row: cell.row - from }))
  const breaks = grid.breaks.map((row) => row - from).filter((row) => row > 0 && row < end - from)
  const rest: FormGrid = { columns: grid.columns, heights: grid.heights.slice(from, end), cells, breaks }
  return { grid: rest, notes, ...(titled ? { title: spread(titled.text.replaceAll('\n', '')) } : {}) }
}
