import type { Paper, PaperCell } from '../../schema/form-definition.ts'

/** A row of the paper with its least height in millimetres. */
export interface PaperRow {
  index: number
  cells: PaperCell[]
  height: number
}

const DEFAULT_HEIGHT_MM = 10

/** The rows of each page: a new one begins at every row of `breakBefore`. */
export function paperPages(paper: Paper): PaperRow[][] {
  const breaks = new Set(paper.breakBefore ?? [])
  const pages: PaperRow[][] = [[]]
  for (const [index, cells] of paper.rows.entries()) {
    if (breaks.has(index) && index > 0) pages.push([])
    pages[pages.length - 1]?.push({ index, cells, height: paper.heights?.[index] ?? DEFAULT_HEIGHT_MM })
  }
  return pages
}

/** The fields that have a place on the paper. */
export function fieldsOnPaper(paper: Paper | undefined): Set<string> {
  return new Set(paper?.rows.flat().flatMap((cell) => cell.field ?? []))
}
