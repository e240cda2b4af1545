import type { Paper } from '../../schema/form-definition.ts'
import { closedArea, isAcrossPages, isInside, sameArea } from './area.ts'
import { type Area, covers, type GridCell, gridOf, overlaps, rowsOf } from './grid.ts'
import { type Refused, refuse } from './refused.ts'

/**
 * Puts other cells in place of those in an area; merge, split and what is typed into a cell are this.
 * Its inverse is itself with the cells that were there.
 *
 * @param area whole cells: none lies partly in it
 * @param cells cover the area without holes and overlap
 */
export function replaceArea(paper: Paper, area: Area, cells: readonly GridCell[]): Paper | Refused {
  const grid = gridOf(paper)
  if (!isInside(grid, area) || !isCover(area, cells)) return refuse('OUTSIDE')
  if (!sameArea(closedArea(grid, area), area)) return refuse('MERGED_ACROSS')
  if (cells.some((cell) => isAcrossPages(paper, cell))) return refuse('ACROSS_PAGES')
  const others = grid.cells.filter((cell) => !overlaps(cell, area))
  return { ...paper, rows: rowsOf({ ...grid, cells: [...others, ...cells] }) }
}

function isCover(area: Area, cells: readonly GridCell[]): boolean {
  const size = cells.reduce((sum, { rowSpan, colSpan }) => sum + rowSpan * colSpan, 0)
  if (size !== area.rowSpan * area.colSpan) return false
  return cells.every(
    (cell, index) => covers(area, cell) && !cells.slice(index + 1).some((next) => overlaps(cell, next)),
  )
}

/** Cells of one row and one column each over an area, the first with the content. */
export function singleCells(area: Area, content: GridCell['content'] = {}): GridCell[] {
  return Array.from({ length: area.rowSpan * area.colSpan }, (_, index) => ({
    row: area.row + Math.floor(index / area.colSpan),
    col: area.col + (index % area.colSpan),
    rowSpan: 1,
    colSpan: 1,
    content: index === 0 ? content : {},
  }))
}
