import type { Paper } from '../../schema/form-definition.ts'
import { type CellContent, cellAt, gridOf, rowsOf } from './grid.ts'
import { type Refused, refuse } from './refused.ts'

/** Writes into the cell that covers a place; `{}` empties it. */
export function setCell(paper: Paper, row: number, col: number, content: CellContent): Paper | Refused {
  const grid = gridOf(paper)
  const cell = cellAt(grid, row, col)
  if (!cell) return refuse('OUTSIDE')
  return {
    ...paper,
    rows: rowsOf({ ...grid, cells: grid.cells.map((one) => (one === cell ? { ...one, content } : one)) }),
  }
}

/** Changes what stands in two cells for each other: a field dragged to another place. Its own inverse. */
export function swapCells(
  paper: Paper,
  a: { row: number; col: number },
  b: { row: number; col: number },
): Paper | Refused {
  const grid = gridOf(paper)
  const [one, other] = [cellAt(grid, a.row, a.col), cellAt(grid, b.row, b.col)]
  if (!one || !other) return refuse('OUTSIDE')
  const cells = grid.cells.map((cell) => {
    if (cell === one) return { ...cell, content: other.content }
    return cell === other ? { ...cell, content: one.content } : cell
  })
  return { ...paper, rows: rowsOf({ ...grid, cells }) }
}

/** The place of a field on the paper, or `undefined`. */
export function placeOfField(paper: Paper | undefined, field: string): { row: number; col: number } | undefined {
  return paper && gridOf(paper).cells.find(({ content }) => content.field === field)
}
