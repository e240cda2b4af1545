import type { FieldSchema } from '../../../schema/form-definition.ts'
import type { Issue } from '../../../schema/issue.ts'
import { useFormView } from '../../form-view-context.ts'
import { MaskedValue } from '../../masked-value.tsx'
import { fieldKey, pathKey } from '../../path-key.ts'
import type { ValuePath } from '../field-description.ts'
import { fieldOf } from '../fields.ts'

interface CellContentProps {
  id: string
  label: string
  schema: FieldSchema
  path: ValuePath
  value: unknown
  /** What is wrong with it and may be shown now. */
  issues: readonly Issue[]
  /** `undefined` when it is only read. */
  onChange: ((value: unknown) => void) | undefined
}

/** The control or the text that the same field has outside of a table, and what is wrong with it. */
export function CellContent({ id, label, schema, path, value, issues, onChange }: CellContentProps) {
  const { model } = useFormView()
  const { Edit, Read } = fieldOf(schema)
  if (!onChange) {
    const read = <Read label={label} value={value} schema={schema} path={path} />
    if (!schema['x-sensitivity']) return read
    return (
      <MaskedValue path={pathKey(path)} label={label} value={value}>
        {read}
      </MaskedValue>
    )
  }
  const messageId = `${id}-message`
  const [first] = issues
  return (
    <>
      <Edit
        id={id}
        label={label}
        value={value}
        onChange={onChange}
        onBlur={() => model.leave(path)}
        schema={schema}
        path={path}
        disabled={false}
        required={model.isRequired(fieldKey(path))}
        issues={issues}
        describedBy={first ? messageId : undefined}
      />
      {first && (
        <div className="zp-message" id={messageId}>
          {first.message.replace(/^.*」/, '')}
        </div>
      )}
    </>
  )
}
