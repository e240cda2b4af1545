import { PlusOutlined } from '@ant-design/icons'
import type { FieldSchema, FormValues } from '../../../schema/form-definition.ts'
import { isRecord } from '../../../schema/is-record.ts'
import { useFormView } from '../../form-view-context.ts'
import { fieldKey } from '../../path-key.ts'
import type { ControlProps, FieldDescription, ReadProps } from '../field-description.ts'
import { inserted, moved, removed, replaced } from '../list-edits.ts'
import { onLeave } from '../on-leave.ts'
import { RowMenu } from '../row-menu.tsx'
import { SubTableCell } from './sub-table-cell.tsx'

interface Column {
  key: string
  schema: FieldSchema
  title: string
  access: 'read' | 'edit'
}

function SubTableControl(props: ControlProps) {
  const columns = useColumns(props.schema, props.path)
  const rows = rowsOf(props.value)
  const change = (next: FormValues[]) => props.onChange(next.length > 0 ? next : undefined)
  return (
    <fieldset className="zp-sub-table" id={props.id} aria-label={props.label} onBlur={onLeave(props.onBlur)}>
      <table aria-label={props.label}>
        <TableHead columns={columns} editable />
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a new row has no id before it is stored
            <tr key={index}>
              <th scope="row">{index + 1}</th>
              {columns.map((column) => (
                <SubTableCell
                  key={column.key}
                  id={`${props.id}.${index}.${column.key}`}
                  label={`第 ${index + 1} 行，${column.title}`}
                  schema={column.schema}
                  path={[...props.path, index, column.key]}
                  value={row[column.key]}
                  editable={column.access === 'edit' && !props.disabled}
                  issues={props.issues}
                  onChange={(value) => change(replaced(rows, index, { ...row, [column.key]: value }))}
                />
              ))}
              <td className="zp-sub-table-menu">
                {!props.disabled && (
                  <RowMenu
                    label={`第 ${index + 1} 行`}
                    index={index}
                    count={rows.length}
                    onMove={(to) => change(moved(rows, index, to))}
                    onInsert={() => change(inserted(rows, index + 1, {}))}
                    onRemove={() => change(removed(rows, index))}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!props.disabled && (
        <div className="zp-list-foot">
          <button type="button" className="zp-link" onClick={() => change([...rows, {}])}>
            <PlusOutlined aria-hidden />
            添一行
          </button>
        </div>
      )}
    </fieldset>
  )
}

function SubTableText({ schema, value, path, label }: ReadProps) {
  const columns = useColumns(schema, path)
  return (
    <div className="zp-sub-table">
      <table aria-label={label}>
        <TableHead columns={columns} />
        <tbody>
          {rowsOf(value).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are read in their order
            <tr key={index}>
              <th scope="row">{index + 1}</th>
              {columns.map((column) => (
                <SubTableCell
                  key={column.key}
                  label={`第 ${index + 1} 行，${column.title}`}
                  schema={column.schema}
                  path={[...path, index, column.key]}
                  value={row[column.key]}
                  editable={false}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function TableHead({ columns, editable = false }: { columns: Column[]; editable?: boolean }) {
  return (
    <thead>
      <tr>
        <th scope="col" className="zp-sub-table-number">
          序号
        </th>
        {columns.map((column) => (
          <th scope="col" key={column.key}>
            {column.title}
          </th>
        ))}
        {editable && <td aria-hidden="true" className="zp-sub-table-menu" />}
      </tr>
    </thead>
  )
}

/** The columns that this step may see. */
function useColumns(schema: FieldSchema, path: ControlProps['path']): Column[] {
  const { model } = useFormView()
  return Object.entries(schema.items?.properties ?? {}).flatMap(([key, column]) => {
    const access = model.access(fieldKey([...path, key]))
    return access === 'hidden' ? [] : { key, schema: column, title: column.title ?? key, access }
  })
}

function rowsOf(value: unknown): FormValues[] {
  return Array.isArray(value) ? value.map((row) => (isRecord(row) ? row : {})) : []
}

/** A table of rows inside the form; each column keeps to its own access. */
export const subTable: FieldDescription = {
  name: 'SubTable',
  shape: 'block',
  Edit: SubTableControl,
  Read: SubTableText,
}
