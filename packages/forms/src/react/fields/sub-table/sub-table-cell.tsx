import type { FieldSchema } from '../../../schema/form-definition.ts'
import type { Issue } from '../../../schema/issue.ts'
import { useFormView } from '../../form-view-context.ts'
import { MaskedValue } from '../../masked-value.tsx'
import { isBelow, pathKey } from '../../path-key.ts'
import type { ValuePath } from '../field-description.ts'
import { fieldOf } from '../fields.ts'

interface SubTableCellProps {
  id?: string
  label: string
  schema: FieldSchema
  path: ValuePath
  value: unknown
  editable: boolean
  /** Issues of the whole table. */
  issues?: readonly Issue[]
  onChange?: (value: unknown) => void
}

/** One cell of a sub-table: the control or text that the same field has outside of one. */
export function SubTableCell({ id = '', issues = [], onChange, ...cell }: SubTableCellProps) {
  const { model } = useFormView()
  const { label, schema, path, value } = cell
  const { Edit, Read } = fieldOf(schema)
  if (!model.isVisible(path)) return <td />
  if (!cell.editable || !onChange) {
    const read = <Read label={label} value={value} schema={schema} path={path} />
    return (
      <td className="zp-field--read">
        {schema['x-sensitivity'] ? (
          <MaskedValue path={pathKey(path)} label={label} value={value}>
            {read}
          </MaskedValue>
        ) : (
          read
        )}
      </td>
    )
  }
  const own = issues.filter((issue) => isBelow(issue.path, path))
  const messageId = `${id}-message`
  return (
    <td data-zp-path={pathKey(path)} className={own.length > 0 ? 'zp-field--edit zp-field--wrong' : 'zp-field--edit'}>
      <Edit
        id={id}
        label={label}
        value={value}
        onChange={onChange}
        onBlur={() => model.leave(path)}
        schema={schema}
        path={path}
        disabled={false}
        required={schema.required === true}
        issues={own}
        describedBy={own.length > 0 ? messageId : undefined}
      />
      {own[0] && (
        <div className="zp-message" id={messageId}>
          {own[0].message.replace(/^.*」/, '')}
        </div>
      )}
    </td>
  )
}
