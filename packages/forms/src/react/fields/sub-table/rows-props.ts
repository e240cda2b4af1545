import type { FieldSchema, FormValues } from '../../../schema/form-definition.ts'
import type { Issue } from '../../../schema/issue.ts'
import type { ValuePath } from '../field-description.ts'
import type { ShownColumn } from './shown-columns.ts'
import type { RowEdits } from './use-rows.ts'

/** What a table of lines and a list of cards are drawn from. */
export interface RowsProps {
  id: string
  label: string
  schema: FieldSchema
  path: ValuePath
  columns: readonly ShownColumn[]
  rows: readonly FormValues[]
  /** Issues at or below the table that may be shown now. */
  issues: readonly Issue[]
  /** `undefined` when the table is only read. */
  edits: RowEdits | undefined
  mayChangeRows: boolean
}

/** The issues of each row, by its number. */
export function issuesByRow(issues: readonly Issue[], path: ValuePath): Map<number, Issue[]> {
  const byRow = new Map<number, Issue[]>()
  for (const issue of issues) {
    const index = issue.path[path.length]
    if (typeof index !== 'number') continue
    const own = byRow.get(index)
    if (own) own.push(issue)
    else byRow.set(index, [issue])
  }
  return byRow
}
