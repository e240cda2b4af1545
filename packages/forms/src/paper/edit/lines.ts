import { type CellContent, type Grid, type GridCell, overlaps, transposed } from './grid.ts'

/**
 * A part of a row: a cell of its own, or a piece of the merged cell before (above) or after (below) it.
 * For a column read left and right.
 */
export interface LinePart {
  /** First column of the part. */
  at: number
  span: number
  content?: CellContent
  joins?: 'before' | 'after'
}

/** The parts of a new empty row: the cells of its neighbour again, except where a merged cell goes through. */
export function freshParts(grid: Grid, at: number): LinePart[] {
  const beside = Math.max(0, at - 1)
  return grid.cells
    .filter(({ row, rowSpan }) => row <= beside && row + rowSpan > beside)
    .map((cell) => {
      const part = { at: cell.col, span: cell.colSpan }
      return isThrough(cell, at) ? { ...part, joins: 'before' as const } : { ...part, content: {} }
    })
}

/** Puts a row before row `at`. @returns `undefined` when the parts do not fit what lies there */
export function insertLine(grid: Grid, at: number, parts: readonly LinePart[]): Grid | undefined {
  const joins = (cell: GridCell, side: 'before' | 'after') =>
    parts.some((part) => part.joins === side && part.at < cell.col + cell.colSpan && cell.col < part.at + part.span)
  const cells = grid.cells.map((cell): GridCell => {
    const touchesBefore = isThrough(cell, at) || cell.row + cell.rowSpan === at
    if (touchesBefore && joins(cell, 'before')) return { ...cell, rowSpan: cell.rowSpan + 1 }
    if (cell.row === at && joins(cell, 'after')) return { ...cell, rowSpan: cell.rowSpan + 1 }
    return cell.row >= at ? { ...cell, row: cell.row + 1 } : cell
  })
  for (const { at: col, span, content } of parts) {
    if (content) cells.push({ row: at, col, rowSpan: 1, colSpan: span, content })
  }
  const next = { rows: grid.rows + 1, columns: grid.columns, cells }
  return isWhole(next) ? transposed(transposed(next)) : undefined
}

/** Takes a row out; with the parts it gives, `insertLine` puts it back. */
export function deleteLine(grid: Grid, at: number): { grid: Grid; parts: LinePart[] } {
  const parts: LinePart[] = []
  const cells: GridCell[] = []
  for (const cell of grid.cells) {
    const end = cell.row + cell.rowSpan
    const part = { at: cell.col, span: cell.colSpan }
    if (end <= at) cells.push(cell)
    else if (cell.row > at) cells.push({ ...cell, row: cell.row - 1 })
    else if (cell.rowSpan === 1) parts.push({ ...part, content: cell.content })
    else {
      parts.push({ ...part, joins: cell.row === at ? 'after' : 'before' })
      cells.push({ ...cell, rowSpan: cell.rowSpan - 1 })
    }
  }
  parts.sort((a, b) => a.at - b.at)
  return { grid: { rows: grid.rows - 1, columns: grid.columns, cells }, parts }
}

/** Whether a cell goes through the line above row `at`. */
export function isThrough(cell: GridCell, at: number): boolean {
  return cell.row < at && cell.row + cell.rowSpan > at
}

function isWhole({ rows, columns, cells }: Grid): boolean {
  const size = cells.reduce((sum, { rowSpan, colSpan }) => sum + rowSpan * colSpan, 0)
  return (
    size === rows * columns && !cells.some((cell, index) => cells.slice(index + 1).some((next) => overlaps(cell, next)))
  )
}
