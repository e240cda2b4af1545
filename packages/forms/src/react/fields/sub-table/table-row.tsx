import { memo, type Ref } from 'react'
import type { FormValues } from '../../../schema/form-definition.ts'
import type { Issue } from '../../../schema/issue.ts'
import { equalValues } from '../../../values/equal-values.ts'
import { isBelow, pathKey } from '../../path-key.ts'
import type { ValuePath } from '../field-description.ts'
import { RowMenu } from '../row-menu.tsx'
import { CellContent } from './cell-content.tsx'
import type { ShownColumn } from './shown-columns.ts'
import type { RowEdits } from './use-rows.ts'

export interface TableRowProps {
  /** Id of the table. */
  id: string
  /** Path of the row. */
  path: ValuePath
  index: number
  row: FormValues
  columns: readonly ShownColumn[]
  /** Keys of columns that a rule of the form hides in this row, joined. */
  absent: string
  /** Keys of columns that may not be written in this row, joined. */
  locked: string
  /** Issues of this row. */
  issues: readonly Issue[]
  edits: RowEdits | undefined
  /** Number of rows when they may be added, moved and removed. */
  count: number | undefined
  measure: Ref<HTMLTableRowElement> | undefined
}

/** One row as a line of the table. */
export const TableRow = memo(
  function TableRow({ id, path, index, row, columns, absent, locked, issues, edits, count, measure }: TableRowProps) {
    const hidden = absent.split(' ')
    const closed = locked.split(' ')
    return (
      <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
        <th scope="row">{index + 1}</th>
        {columns.map((column, place) => {
          if (hidden.includes(column.key)) return <td key={column.key} />
          const own = issues.filter((issue) => isBelow(issue.path, [...path, column.key]))
          const isEdited = edits !== undefined && !closed.includes(column.key)
          return (
            <td
              key={column.key}
              data-zp-path={pathKey([...path, column.key])}
              data-row={index}
              data-column={place}
              className={`${isEdited ? 'zp-field--edit' : 'zp-field--read'}${own.length > 0 ? ' zp-field--wrong' : ''}`}
            >
              <CellContent
                id={`${id}.${index}.${column.key}`}
                label={`第 ${index + 1} 行，${column.title}`}
                schema={column.schema}
                path={[...path, column.key]}
                value={row[column.key]}
                issues={own}
                onChange={isEdited ? (value) => edits.setCell(index, column.key, value) : undefined}
              />
            </td>
          )
        })}
        {count !== undefined && edits && (
          <td className="zp-sub-table-menu">
            <RowMenu
              label={`第 ${index + 1} 行`}
              index={index}
              count={count}
              onMove={(to) => edits.move(index, to)}
              onInsert={() => edits.insertBelow(index)}
              onRemove={() => edits.remove(index)}
            />
          </td>
        )}
      </tr>
    )
  },
  (before, after) =>
    before.index === after.index &&
    before.columns === after.columns &&
    before.absent === after.absent &&
    before.locked === after.locked &&
    before.edits === after.edits &&
    before.count === after.count &&
    before.measure === after.measure &&
    equalValues(before.row, after.row) &&
    equalValues(before.issues, after.issues),
)
