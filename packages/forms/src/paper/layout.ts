import type { Paper, PaperCell } from '../schema/form-definition.ts'

/** A cell with its place in the grid. */
export interface PlacedCell {
  cell: PaperCell
  /** Row and place within the row as written in `paper.rows`. */
  row: number
  index: number
  /** First column it covers, from 0. */
  col: number
  rowSpan: number
  colSpan: number
}

/** Something that keeps the grid from being a table. */
export type LayoutFault =
  | { kind: 'overlap' | 'outside'; row: number; index: number }
  | { kind: 'hole'; row: number; col: number }
  | { kind: 'split'; row: number; index: number; breakBefore: number }

export interface PaperLayout {
  columns: number
  rows: number
  cells: PlacedCell[]
  /** For every row and column the index in `cells` of what covers it, or null for a hole. */
  occupied: Array<Array<number | null>>
  faults: LayoutFault[]
}

/**
 * Places the cells as an HTML table does: each takes the first free column of its row. Never throws; what overlaps, leaves the
 * table, leaves a hole or would be cut by a page break is a fault.
 */
export function layout(paper: Pick<Paper, 'columns' | 'rows' | 'breakBefore'>): PaperLayout {
  const columns = paper.columns.length
  const rows = paper.rows.length
  const occupied: Array<Array<number | null>> = Array.from({ length: rows }, () =>
    Array<number | null>(columns).fill(null),
  )
  const cells: PlacedCell[] = []
  const faults: LayoutFault[] = []
  paper.rows.forEach((line, row) => {
    line.forEach((cell, index) => {
      const col = (occupied[row] ?? []).indexOf(null)
      const placed: PlacedCell = { cell, row, index, col, rowSpan: cell.rowSpan ?? 1, colSpan: cell.colSpan ?? 1 }
      if (col < 0 || col + placed.colSpan > columns || row + placed.rowSpan > rows) {
        faults.push({ kind: 'outside', row, index })
      } else if (cover(occupied, placed, cells.length)) cells.push(placed)
      else faults.push({ kind: 'overlap', row, index })
    })
  })
  occupied.forEach((line, row) => {
    line.forEach((owner, col) => {
      if (owner === null) faults.push({ kind: 'hole', row, col })
    })
  })
  for (const breakBefore of paper.breakBefore ?? []) {
    for (const { row, index, rowSpan } of cells) {
      if (row < breakBefore && row + rowSpan > breakBefore) faults.push({ kind: 'split', row, index, breakBefore })
    }
  }
  return { columns, rows, cells, occupied, faults }
}

/** Marks the places of a cell; false, and nothing marked, when one is taken. */
function cover(occupied: Array<Array<number | null>>, placed: PlacedCell, owner: number): boolean {
  const lines = occupied.slice(placed.row, placed.row + placed.rowSpan)
  const [from, to] = [placed.col, placed.col + placed.colSpan]
  if (lines.some((line) => line.slice(from, to).some((taken) => taken !== null))) return false
  for (const line of lines) line.fill(owner, from, to)
  return true
}

/** Indexes of the rows of each page, by the forced breaks. */
export function paperPages(paper: Pick<Paper, 'rows' | 'breakBefore'>): number[][] {
  const breaks = new Set(paper.breakBefore ?? [])
  const pages: number[][] = [[]]
  for (const row of paper.rows.keys()) {
    if (row > 0 && breaks.has(row)) pages.push([])
    pages.at(-1)?.push(row)
  }
  return pages
}
