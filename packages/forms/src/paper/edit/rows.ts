import type { Paper } from '../../schema/form-definition.ts'
import { LIMITS } from '../../schema/limits.ts'
import { isAcrossPages } from './area.ts'
import { gridOf, rowsOf } from './grid.ts'
import { deleteLine, freshParts, insertLine, isThrough, type LinePart } from './lines.ts'
import { type Refused, refuse } from './refused.ts'

/** Height of a row that has none of its own, in millimetres. */
export const DEFAULT_ROW_MM = 10

/** A row taken out of a paper, with all that is needed to put it back. */
export interface RowStrip {
  parts: LinePart[]
  /** Millimetres; absent where the paper says none. */
  height?: number
  /** A page began with the row; with the row after it. */
  breakBefore: boolean
  breakAfter: boolean
}

/** Puts a row before row `at` (or last): an empty one like its neighbour, or one that `deleteRow` has taken out. */
export function insertRow(paper: Paper, at: number, strip: RowStrip = freshRow(paper, at)): Paper | Refused {
  const grid = gridOf(paper)
  if (at < 0 || at > grid.rows) return refuse('OUTSIDE')
  if (grid.rows >= LIMITS.paperRows) return refuse('TOO_MANY_ROWS')
  const next = insertLine(grid, at, strip.parts)
  if (!next) return refuse('MERGED_ACROSS')
  const breaks = (paper.breakBefore ?? []).filter((row) => row !== at).map((row) => (row > at ? row + 1 : row))
  if (strip.breakBefore) breaks.push(at)
  if (strip.breakAfter) breaks.push(at + 1)
  const result = withBreaks({ ...paper, rows: rowsOf(next), ...heightsWith(paper, at, strip.height) }, breaks)
  return next.cells.some((cell) => isAcrossPages(result, cell)) ? refuse('ACROSS_PAGES') : result
}

/** Takes row `at` out; merged cells through it become shorter. */
export function deleteRow(paper: Paper, at: number): { paper: Paper; strip: RowStrip } | Refused {
  const grid = gridOf(paper)
  if (at < 0 || at >= grid.rows) return refuse('OUTSIDE')
  if (grid.rows === 1) return refuse('LAST_ROW')
  const { grid: next, parts } = deleteLine(grid, at)
  const begins = new Set(paper.breakBefore)
  const height = paper.heights?.[at]
  const strip: RowStrip = {
    parts,
    breakBefore: begins.has(at),
    breakAfter: begins.has(at + 1),
    ...(height !== undefined && { height }),
  }
  const breaks = [...begins].map((row) => (row > at ? row - 1 : row)).filter((row) => row < next.rows)
  const heights = paper.heights && { heights: paper.heights.filter((_, row) => row !== at) }
  return { paper: withBreaks({ ...paper, rows: rowsOf(next), ...heights }, breaks), strip }
}

/** Moves row `from` so that it becomes row `to`; pages keep their number of rows. */
export function moveRow(paper: Paper, from: number, to: number): Paper | Refused {
  if (to < 0 || to >= paper.rows.length) return refuse('OUTSIDE')
  const taken = deleteRow(paper.heights ? { ...paper, heights: allHeights(paper) } : paper, from)
  if ('refused' in taken) return taken
  const grid = gridOf(taken.paper)
  const isBound = taken.strip.parts.some((part) => part.joins)
  if (isBound || grid.cells.some((cell) => isThrough(cell, to))) return refuse('MERGED_ACROSS')
  const moved = insertRow({ ...taken.paper, breakBefore: [] }, to, {
    ...taken.strip,
    breakBefore: false,
    breakAfter: false,
  })
  if ('refused' in moved) return moved
  const result = withBreaks(moved, paper.breakBefore ?? [], paper)
  return gridOf(result).cells.some((cell) => isAcrossPages(result, cell)) ? refuse('ACROSS_PAGES') : result
}

/** Sets the least height of a row, in millimetres. */
export function resizeRow(paper: Paper, row: number, height: number): Paper | Refused {
  if (row < 0 || row >= paper.rows.length) return refuse('OUTSIDE')
  const heights = allHeights(paper)
  heights[row] = Math.round(Math.min(240, Math.max(5, height)) * 10) / 10
  return { ...paper, heights }
}

/** Begins a page with a row, or no longer does. */
export function breakPage(paper: Paper, row: number, begins: boolean): Paper | Refused {
  if (row < 1 || row >= paper.rows.length) return refuse('OUTSIDE')
  const others = (paper.breakBefore ?? []).filter((start) => start !== row)
  if (!begins) return withBreaks(paper, others)
  if (gridOf(paper).cells.some((cell) => isThrough(cell, row))) return refuse('MERGED_ACROSS')
  return withBreaks(paper, [...others, row])
}

function allHeights(paper: Paper): number[] {
  return paper.rows.map((_, row) => paper.heights?.[row] ?? DEFAULT_ROW_MM)
}

function freshRow(paper: Paper, at: number): RowStrip {
  const height = paper.heights && at <= paper.heights.length ? { height: DEFAULT_ROW_MM } : {}
  const breakAfter = paper.breakBefore?.includes(at) === true
  return { parts: freshParts(gridOf(paper), at), breakBefore: false, breakAfter, ...height }
}

function heightsWith(paper: Paper, at: number, height: number | undefined): Pick<Paper, 'heights'> {
  if (height === undefined) return paper.heights ? { heights: paper.heights } : {}
  const before = Array.from({ length: at }, (_, row) => paper.heights?.[row] ?? DEFAULT_ROW_MM)
  return { heights: [...before, height, ...(paper.heights ?? []).slice(at)] }
}

/** The key is there only when it was there, or has something to say. */
function withBreaks(paper: Paper, breaks: readonly number[], before: Paper = paper): Paper {
  const { breakBefore: _, ...rest } = paper
  const sorted = [...new Set(breaks)].sort((a, b) => a - b)
  return sorted.length > 0 || before.breakBefore ? { ...rest, breakBefore: sorted } : rest
}
