import type { Paper } from '../../schema/form-definition.ts'
import { around, closedArea, isInside, sameArea } from './area.ts'
import { type Area, cellAt, cellsIn, covers, type GridCell, gridOf, isBlank, overlaps } from './grid.ts'
import { type Refused, refuse } from './refused.ts'
import { replaceArea, singleCells } from './replace-area.ts'

/**
 * Gives a cell another area: empty cells that it grows over go, and where it draws back it leaves empty cells of one row and
 * one column.
 *
 * @param area has a part of the cell in it
 */
export function stretchCell(paper: Paper, row: number, col: number, area: Area): Paper | Refused {
  const grid = gridOf(paper)
  const cell = cellAt(grid, row, col)
  if (!cell || !isInside(grid, area) || !overlaps(cell, area)) return refuse('OUTSIDE')
  const whole = around(cell, area)
  if (!sameArea(closedArea(grid, whole), whole)) return refuse('MERGED_ACROSS')
  const inTheWay = cellsIn(grid, whole).filter((other) => other !== cell)
  if (inTheWay.some((other) => overlaps(other, area) && !isBlank(other.content))) return refuse('NOT_EMPTY')
  if (inTheWay.some((other) => isCut(other, area))) return refuse('MERGED_ACROSS')
  const kept = inTheWay.filter((other) => !overlaps(other, area))
  const left = singleCells(cell).filter((single) => !overlaps(single, area))
  return replaceArea(paper, whole, [...kept, ...left, { ...area, content: cell.content }])
}

function isCut(cell: GridCell, area: Area): boolean {
  return overlaps(cell, area) && !covers(area, cell)
}
