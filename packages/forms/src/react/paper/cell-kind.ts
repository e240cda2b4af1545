import type { Paper, PaperCell } from '../../schema/form-definition.ts'

/** What a cell of the paper is: a heading across the table, the label of a field, running text, or a field's place. */
export type CellKind = 'band' | 'label' | 'text' | 'field'

/** Labels longer than this are read as text; 毕业院校及专业 has 7, 主要业绩及获得荣誉称号 has 11. */
const LONGEST_LABEL = 14
const PROSE = /[，。；：,;:]/

export function cellKind(cell: PaperCell, paper: Pick<Paper, 'columns'>): CellKind {
  if (cell.field !== undefined) return 'field'
  const text = cell.text?.replace(/\s/g, '') ?? ''
  if (text.length > LONGEST_LABEL * 2 || PROSE.test(text)) return 'text'
  if ((cell.colSpan ?? 1) >= paper.columns.length) return 'band'
  return text.length <= LONGEST_LABEL ? 'label' : 'text'
}
