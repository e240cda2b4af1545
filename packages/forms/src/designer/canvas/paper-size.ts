import type { Paper } from '../../schema/form-definition.ts'

/** A4 less the margins of 25.4 mm on either side (as printed), in millimetres. */
const TABLE_MM = { portrait: 210 - 2 * 25.4, landscape: 297 - 2 * 25.4 }

/** Width of the table on the screen without the row numbers, px, as in the style. */
export const TABLE_PX = 712

export function tableWidth(paper: Paper): number {
  return TABLE_MM[paper.orientation ?? 'portrait']
}

/** Widths of the columns on paper, in millimetres. */
export function columnWidths(paper: Paper): number[] {
  const total = paper.columns.reduce((sum, width) => sum + width, 0)
  return paper.columns.map((width) => (width / total) * tableWidth(paper))
}
