import { compactGrid } from '../grid/compact-grid.ts'
import { inOrder, within } from '../grid/grid.ts'
import { clean, type FormCell, type FormGrid, isBlank, isText, type Neighbours, neighboursOf } from './form-cell.ts'
import { type FieldGuess, guessColumn } from './guess-field.ts'
import { cleanLabel, isMarkedRequired } from './label.ts'
import { columnKeys, subTableGuess, type TableColumn } from './sub-table-guess.ts'

/** Heads and the empty rows below them. */
interface Region {
  row: number
  col: number
  rowSpan: number
  colSpan: number
  columns: TableColumn[]
  widths: number[]
  /** First and last column of each head. */
  places: Array<Pick<FormCell, 'col' | 'colSpan'>>
  /** Empty rows. */
  least: number
}

/**
 * Replaces heads with the empty rows below them by one cell that asks for a sub-table. Two such rows make one, or a single row, or
 * none, where the first head is 序号.
 */
export function findSubTables(grid: FormGrid): FormGrid {
  const cells = neighboursOf(grid)
  const regions: Region[] = []
  for (let row = 1; row <= grid.heights.length; row++) {
    if (regions.some((known) => row < known.row + known.rowSpan)) continue
    const region = regionAt(grid, cells, row)
    if (region) regions.push(region)
  }
  if (regions.length === 0) return grid
  for (const region of regions) markTotals(cells, region)
  const kept = grid.cells.filter((cell) => !regions.some((region) => within(cell, region)))
  return compactGrid({ ...grid, cells: inOrder([...kept, ...regions.map((region) => tableCell(grid, cells, region))]) })
}

/** The sub-table whose first empty row is this one. */
function regionAt(grid: FormGrid, cells: Neighbours, row: number): Region | undefined {
  const body = bodyCells(cells, row, grid.columns.length)
  const heads = body.length >= 2 ? body : row > 0 ? lastHeads(grid, cells, row) : []
  const [first, last] = [heads[0], heads.at(-1)]
  if (!first || !last || heads.length < 2) return undefined
  const [col, end] = [first.col, last.col + last.colSpan]
  const top = topOfHeads(cells, row - 1, col, end)
  if (top === undefined) return undefined
  const titles = heads.map((cell) => headTitle(cells, top, row - 1, cell))
  if (titles.some((title) => title === '')) return undefined
  let least = 0
  while (body.length >= 2 && sameRow(body, bodyCells(cells, row + least, grid.columns.length))) least++
  const numbered = /^序号?$|^编号$/.test(titles[0] ?? '')
  if (least < 2 && !numbered) return undefined
  return {
    row: top,
    col,
    rowSpan: row - top + least,
    colSpan: end - col,
    columns: titles.map((title, index) => ({ title, guess: columnGuess(title, least > 0 ? heads[index] : undefined) })),
    places: heads.map((cell) => ({ col: cell.col, colSpan: cell.colSpan })),
    widths: heads.map((cell) =>
      grid.columns.slice(cell.col, cell.col + cell.colSpan).reduce((sum, width) => sum + width, 0),
    ),
    least,
  }
}

function columnGuess(title: string, body: FormCell | undefined): FieldGuess {
  const options = [...new Set(body?.options ?? [])]
  if (options.length === 0) return guessColumn(title)
  return {
    schema: { type: 'string', enum: options, 'x-component': 'Select' },
    confidence: 0.98,
    why: '格子里有下拉列表',
  }
}

/** The row 合计 below a sub-table: sums under its columns of amounts, nothing to fill in under the others. */
function markTotals(cells: Neighbours, { row, col, rowSpan, colSpan, columns, places }: Region): void {
  const below = row + rowSpan
  const first = cells.at(below, col)
  if (!isText(first) || first.row !== below || !/^(合计|总计|小计|共计)/.test(cleanLabel(first.text))) return
  const keys = columnKeys(columns)
  for (let at = first.col + first.colSpan; at < col + colSpan; ) {
    const cell = cells.at(below, at)
    if (!cell) return
    at = cell.col + cell.colSpan
    if (!isBlank(cell)) continue
    const label = cleanLabel(first.text)
    const covered = places.flatMap((place, index) =>
      place.col >= cell.col && place.col + place.colSpan <= at && isSummed(columns[index]) ? [index] : [],
    )
    const named = covered.filter((index) => label.includes(columns[index]?.title ?? ''))
    const alone = cell.col === first.col + first.colSpan && at === col + colSpan
    // A single cell below several columns: what 合计数量 names, the one column of numbers, else words such as 合计（大写）.
    const index = named[0] ?? (covered.length === 1 ? covered[0] : undefined)
    const column = columns[index ?? -1]
    if (alone && (column === undefined || /大写/.test(label))) continue
    if (index === undefined || column === undefined) cell.hole = true
    else cell.ask = { label: `${column.title.replace(/\*/g, '')}合计`, sumOf: keys[index] ?? '' }
  }
}

function isSummed(column: TableColumn | undefined): boolean {
  return column?.guess.schema.type === 'number' && !/单价|序号/.test(column.title)
}

/** The empty cells of one row that stand side by side; a running number at their head counts as empty. */
function bodyCells(cells: Neighbours, row: number, columns: number): FormCell[] {
  const body: FormCell[] = []
  for (let col = 0; col < columns; ) {
    const cell = cells.at(row, col)
    if (!cell) break
    col = cell.col + cell.colSpan
    if (cell.row !== row || cell.rowSpan > 1) {
      if (body.length >= 2) break
      body.length = 0
    } else if (
      isBlank(cell) ||
      (body.length === 0 && /^(\d{1,3}|[.…]+|[一二三四五六七八九十]{1,3})$/.test(clean(cell.text)))
    ) {
      body.push(cell)
    } else return []
  }
  return body
}

function sameRow(a: FormCell[], b: FormCell[]): boolean {
  return (
    a.length === b.length && a.every((cell, index) => cell.col === b[index]?.col && cell.colSpan === b[index]?.colSpan)
  )
}

/** Heads at the very end of the table, with no row below: a list without its rows. */
function lastHeads(grid: FormGrid, cells: Neighbours, row: number): FormCell[] {
  if (row !== grid.heights.length) return []
  const heads: FormCell[] = []
  for (let col = 0; col < grid.columns.length; ) {
    const cell = cells.at(row - 1, col)
    if (!isText(cell)) return []
    heads.push(cell)
    col = cell.col + cell.colSpan
  }
  return heads.length >= 4 ? heads : []
}

/** The first row of the heads that end in a row; `undefined` when something else stands there. */
function topOfHeads(cells: Neighbours, row: number, col: number, end: number): number | undefined {
  let top = row
  for (let at = col; at < end; ) {
    const cell = cells.at(row, at)
    if (!isText(cell) || cell.col < col || cell.col + cell.colSpan > end) return undefined
    if (cell.row + cell.rowSpan !== row + 1 || clean(cell.text).length > 40 || cell.text.includes('□')) return undefined
    top = Math.min(top, cell.row)
    at = cell.col + cell.colSpan
  }
  for (let above = top; above < row; above++) {
    for (let at = col; at < end; at++) {
      const cell = cells.at(above, at)
      if (!isText(cell) || cell.row < top || cell.col < col || cell.col + cell.colSpan > end) return undefined
    }
  }
  return row - top > 2 ? undefined : top
}

/** The title of a column: a head over several columns stands before the heads below it. */
function headTitle(cells: Neighbours, top: number, bottom: number, column: FormCell): string {
  const parts: string[] = []
  for (let row = top; row <= bottom; row++) {
    const head = cells.at(row, column.col)
    if (!head || head.col + head.colSpan < column.col + column.colSpan) return ''
    const part = isMarkedRequired(head.text) ? `${cleanLabel(head.text)}*` : cleanLabel(head.text)
    if (parts.at(-1) !== part) parts.push(part)
  }
  return parts.join('')
}

/** The cell that takes the place of a region; its title is the label beside it, or the heading above. */
function tableCell(grid: FormGrid, cells: Neighbours, region: Region): FormCell {
  const beside = cells.at(region.row, region.col - 1)
  const above = cells.at(region.row - 1, region.col)
  const own = isText(beside) && beside.row <= region.row ? beside : undefined
  const heading = isText(above) && above.colSpan === grid.columns.length ? above : undefined
  const label = cleanLabel(own?.text ?? heading?.text ?? '').slice(0, 30)
  const { row, col, rowSpan, colSpan, widths } = region
  const place = cells.at(row, col)?.place ?? { table: 1, row: row + 1, column: col + 1 }
  return {
    row,
    col,
    rowSpan,
    colSpan,
    text: '',
    vertical: false,
    place,
    nested: [],
    ask: { label: label || '明细', guess: subTableGuess(region.columns, region.least), columns: widths },
  }
}
