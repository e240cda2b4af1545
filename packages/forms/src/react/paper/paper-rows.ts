import { paperPages } from '../../paper/layout.ts'
import type { Paper, PaperCell } from '../../schema/form-definition.ts'

/** A row of the paper with its least height in millimetres. */
export interface PaperRow {
  index: number
  cells: PaperCell[]
  height: number
}

const DEFAULT_HEIGHT_MM = 10

/** The rows of each page, as they are printed. */
export function paperRows(paper: Paper): PaperRow[][] {
  return paperPages(paper).map((page) =>
    page.map((index) => ({
      index,
      cells: paper.rows[index] ?? [],
      height: paper.heights?.[index] ?? DEFAULT_HEIGHT_MM,
    })),
  )
}

/** The fields that have a place on the paper. */
export function fieldsOnPaper(paper: Paper | undefined): Set<string> {
  return new Set(paper?.rows.flat().flatMap((cell) => cell.field ?? []))
}
