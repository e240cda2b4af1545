import type { Paper } from '../../schema/form-definition.ts'
import { type Area, cellsIn, type Grid } from './grid.ts'

/** The smallest area that holds both. */
export function around(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row)
  const col = Math.min(a.col, b.col)
  return {
    row,
    col,
    rowSpan: Math.max(a.row + a.rowSpan, b.row + b.rowSpan) - row,
    colSpan: Math.max(a.col + a.colSpan, b.col + b.colSpan) - col,
  }
}

/** The area widened until no cell lies only partly in it. */
export function closedArea(grid: Grid, area: Area): Area {
  const wider = cellsIn(grid, area).reduce(around, area)
  return sameArea(wider, area) ? area : closedArea(grid, wider)
}

export function sameArea(a: Area, b: Area): boolean {
  return a.row === b.row && a.col === b.col && a.rowSpan === b.rowSpan && a.colSpan === b.colSpan
}

export function isInside(grid: Grid, { row, col, rowSpan, colSpan }: Area): boolean {
  return (
    row >= 0 && col >= 0 && rowSpan > 0 && colSpan > 0 && row + rowSpan <= grid.rows && col + colSpan <= grid.columns
  )
}

/** Whether a page begins within the area. */
export function isAcrossPages(paper: Pick<Paper, 'breakBefore'>, { row, rowSpan }: Area): boolean {
  return (paper.breakBefore ?? []).some((start) => start > row && start < row + rowSpan)
}
