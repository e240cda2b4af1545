import type { Paper } from '../../schema/form-definition.ts'
import { insertColumn } from './columns.ts'
import { cellAt, gridOf } from './grid.ts'
import { type Refused, refuse } from './refused.ts'
import { replaceArea, singleCells } from './replace-area.ts'

/**
 * A merged cell becomes cells of one row and one column, the first with its content. A single cell becomes two beside each
 * other in the room it had: its column is halved, and every other cell of the column covers both halves.
 */
export function splitCell(paper: Paper, row: number, col: number): Paper | Refused {
  const cell = cellAt(gridOf(paper), row, col)
  if (!cell) return refuse('OUTSIDE')
  if (cell.rowSpan > 1 || cell.colSpan > 1) return replaceArea(paper, cell, singleCells(cell, cell.content))
  return halve(paper, row, col)
}

function halve(paper: Paper, row: number, col: number): Paper | Refused {
  const half = (paper.columns[col] ?? 1) / 2
  const parts = gridOf(paper)
    .cells.filter((cell) => cell.col <= col && cell.col + cell.colSpan > col)
    .map((cell) => ({
      at: cell.row,
      span: cell.rowSpan,
      ...(cell.row === row ? { content: {} } : { joins: 'before' as const }),
    }))
  const wider = insertColumn(paper, col + 1, { width: half, parts })
  return 'refused' in wider ? wider : { ...wider, columns: wider.columns.with(col, half) }
}
