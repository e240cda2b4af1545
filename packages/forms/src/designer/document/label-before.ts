import { cellAt, gridOf } from '../../paper/edit/index.ts'
import type { Paper } from '../../schema/form-definition.ts'

/** The label that a cell is for: the text of its own, else of the cell at its left, else above; blanks of the typist dropped. */
export function labelBefore(paper: Paper, row: number, col: number): string | undefined {
  const grid = gridOf(paper)
  const cell = cellAt(grid, row, col)
  if (!cell) return undefined
  const near = [cell, cellAt(grid, cell.row, cell.col - 1), cellAt(grid, cell.row - 1, cell.col)]
  for (const one of near) {
    const label =
      one?.content.field === undefined ? one?.content.text?.replace(/\s/g, '').replace(/[：:]$/, '') : undefined
    if (label && label.length <= 20) return label
  }
  return undefined
}
