import type { Paper } from '../../schema/form-definition.ts'
import { LIMITS } from '../../schema/limits.ts'
import { isAcrossPages } from './area.ts'
import { gridOf, rowsOf, transposed } from './grid.ts'
import { deleteLine, freshParts, insertLine, isThrough, type LinePart } from './lines.ts'
import { type Refused, refuse } from './refused.ts'

/** A column taken out of a paper, with all that is needed to put it back. */
export interface ColumnStrip {
  parts: LinePart[]
  /** Relative to the other columns. */
  width: number
}

/** Puts a column before column `at` (or last): an empty one like its neighbour, or one that `deleteColumn` has taken out. */
export function insertColumn(paper: Paper, at: number, strip: ColumnStrip = freshColumn(paper, at)): Paper | Refused {
  const grid = transposed(gridOf(paper))
  if (at < 0 || at > grid.rows) return refuse('OUTSIDE')
  if (grid.rows >= LIMITS.paperColumns) return refuse('TOO_MANY_COLUMNS')
  const next = insertLine(grid, at, strip.parts)
  if (!next) return refuse('MERGED_ACROSS')
  const cells = transposed(next)
  if (cells.cells.some((cell) => isAcrossPages(paper, cell))) return refuse('ACROSS_PAGES')
  return { ...paper, columns: paper.columns.toSpliced(at, 0, strip.width), rows: rowsOf(cells) }
}

/** Takes column `at` out; merged cells through it become narrower. */
export function deleteColumn(paper: Paper, at: number): { paper: Paper; strip: ColumnStrip } | Refused {
  const width = paper.columns[at]
  if (width === undefined) return refuse('OUTSIDE')
  if (paper.columns.length === 1) return refuse('LAST_COLUMN')
  const { grid, parts } = deleteLine(transposed(gridOf(paper)), at)
  return {
    paper: { ...paper, columns: paper.columns.toSpliced(at, 1), rows: rowsOf(transposed(grid)) },
    strip: { parts, width },
  }
}

/** Moves column `from` so that it becomes column `to`. */
export function moveColumn(paper: Paper, from: number, to: number): Paper | Refused {
  if (to < 0 || to >= paper.columns.length) return refuse('OUTSIDE')
  const taken = deleteColumn(paper, from)
  if ('refused' in taken) return taken
  const isBound = taken.strip.parts.some((part) => part.joins)
  if (isBound || transposed(gridOf(taken.paper)).cells.some((cell) => isThrough(cell, to)))
    return refuse('MERGED_ACROSS')
  return insertColumn(taken.paper, to, taken.strip)
}

/** The narrowest column, as a share of the table. */
const NARROWEST = 0.02

/** Moves the line between column `at` and the next by a share of the table's width; the table keeps its width. */
export function resizeColumn(paper: Paper, at: number, share: number): Paper | Refused {
  const [left, right] = [paper.columns[at], paper.columns[at + 1]]
  if (left === undefined || right === undefined) return refuse('OUTSIDE')
  const total = paper.columns.reduce((sum, width) => sum + width, 0)
  const least = Math.min(left, right, total * NARROWEST)
  const moved = Math.min(right - least, Math.max(least - left, share * total))
  const columns = paper.columns.with(at, tidy(left + moved)).with(at + 1, tidy(right - moved))
  return { ...paper, columns }
}

/** Widths as people write them: no tails of binary fractions. */
function tidy(width: number): number {
  return Number(width.toPrecision(6))
}

function freshColumn(paper: Paper, at: number): ColumnStrip {
  const width = paper.columns[Math.max(0, at - 1)] ?? 1
  return { parts: freshParts(transposed(gridOf(paper)), at), width }
}
