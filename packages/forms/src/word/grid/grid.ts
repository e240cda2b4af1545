/** A place in a grid: its first row and column, and how many it covers. */
export interface Placed {
  row: number
  col: number
  rowSpan: number
  colSpan: number
}

/** Cells that cover a grid of columns and rows. */
export interface Grid<Cell extends Placed> {
  /** Widths, relative to each other. */
  columns: number[]
  /** Minimum heights in millimetres. */
  heights: number[]
  cells: Cell[]
  /** Columns set by estimate, which take edges of other grids that are near. */
  soft?: boolean
  /** Rows that begin a new page. */
  breaks: number[]
}

/** For every row and column the cell that covers it. */
export function occupancy<Cell extends Placed>(grid: Grid<Cell>): Array<Array<Cell | undefined>> {
  const rows = grid.heights.map(() => Array<Cell | undefined>(grid.columns.length).fill(undefined))
  for (const cell of grid.cells) {
    for (const line of rows.slice(cell.row, cell.row + cell.rowSpan)) {
      line.fill(cell, cell.col, cell.col + cell.colSpan)
    }
  }
  return rows
}

/** Whether a place lies in another. */
export function within(inner: Placed, outer: Placed): boolean {
  return (
    inner.row >= outer.row &&
    inner.col >= outer.col &&
    inner.row + inner.rowSpan <= outer.row + outer.rowSpan &&
    inner.col + inner.colSpan <= outer.col + outer.colSpan
  )
}

/** In reading order: from top to bottom, then from left to right. */
export function inOrder<Cell extends Placed>(cells: readonly Cell[]): Cell[] {
  return [...cells].sort((a, b) => a.row - b.row || a.col - b.col)
}
