import type { Field as FieldModel } from '@formily/core'
import { observer } from '@formily/react'
import { memo, useEffect } from 'react'
import type { Issue } from '../schema/issue.ts'
import type { FieldPlace } from '../schema/walk-fields.ts'
import { FieldFrame } from './field-frame.tsx'
import { fieldOf } from './fields/fields.ts'
import { useFormView } from './form-view-context.ts'
import { MaskedValue } from './masked-value.tsx'
import { plainRows } from './model/plain-rows.ts'

/**
 * One field of the form: Formily's field, our frame around it, and the control or the text of its kind. Drawn again when its own
 * state changes, not with every value of the form. Formily's renderer is left out: it copies what it hands on, so nothing below is
 * ever the same as before.
 */
export const FormField = memo(function FormField({ place }: { place: FieldPlace }) {
  const { formily } = useFormView().model
  const { path, schema } = place
  const field = formily.createField({ name: path, title: schema.title, initialValue: schema.default })
  useEffect(() => {
    field.onMount()
    return () => field.onUnmount()
  }, [field])
  return <DrawnField field={field} place={place} />
})

interface DrawnFieldProps {
  field: FieldModel
  place: FieldPlace
}

const DrawnField = observer(function DrawnField({ field, place }: DrawnFieldProps) {
  if (field.display !== 'visible') return null
  const issues: readonly Issue[] = field.data?.issues ?? []
  return (
    <FieldFrame place={place} isRead={field.pattern === 'readPretty'} issues={issues}>
      <FieldValue field={field} place={place} issues={issues} />
    </FieldFrame>
  )
})

const FieldValue = observer(function FieldValue({
  field,
  place,
  issues,
}: DrawnFieldProps & { issues: readonly Issue[] }) {
  const { model, idPrefix } = useFormView()
  const { schema } = place
  const description = fieldOf(schema)
  const path = place.path.split('.')
  const label = schema.title ?? place.key
  if (field.pattern === 'readPretty') {
    const read = <description.Read label={label} value={field.value} schema={schema} path={path} />
    return schema['x-sensitivity'] ? (
      <MaskedValue path={place.path} label={label} value={field.value}>
        {read}
      </MaskedValue>
    ) : (
      read
    )
  }
  return (
    <description.Edit
      id={`${idPrefix}${place.path}`}
      label={label}
      value={field.value}
      onChange={(value) => field.onInput(plainRows(value))}
      onBlur={() => model.leave(path)}
      schema={schema}
      path={path}
      disabled={field.pattern === 'disabled'}
      required={field.data?.isRequired ?? false}
      issues={issues}
      describedBy={issues.length > 0 ? `${idPrefix}${place.path}-message` : undefined}
    />
  )
})
