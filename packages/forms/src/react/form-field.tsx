import type { Field as FieldModel } from '@formily/core'
import { Field, observer, useField } from '@formily/react'
import { memo } from 'react'
import type { Issue } from '../schema/issue.ts'
import { type FieldPlace, isSubTable } from '../schema/walk-fields.ts'
import { FieldFrame } from './field-frame.tsx'
import { fieldOf } from './fields/fields.ts'
import { useFormView } from './form-view-context.ts'
import { MaskedValue } from './masked-value.tsx'
import { plainRows } from './model/plain-rows.ts'

/**
 * One field of the form: Formily's field, our frame around it, and the control or the text of its kind. Drawn again when its own
 * state changes, not with every value of the form; a sub-table asks the form about every cell, so it is drawn with it.
 */
export const FormField = memo(function FormField({ place }: { place: FieldPlace }) {
  return (
    <Field
      name={place.path}
      title={place.schema.title}
      initialValue={place.schema.default}
      decorator={[FieldFrame, { place }]}
      component={[FieldValue, { place }]}
    />
  )
}, isSameField)

function isSameField(before: { place: FieldPlace }, { place }: { place: FieldPlace }): boolean {
  return before.place === place && !isSubTable(place.schema)
}

/** The issues that may be shown at a field now. */
export function issuesOf(field: FieldModel): Issue[] {
  return field.data?.issues ?? []
}

const FieldValue = observer(function FieldValue({ place }: { place: FieldPlace }) {
  const field = useField<FieldModel>()
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
  const issues = issuesOf(field)
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
      required={model.isRequired(place.path)}
      issues={issues}
      describedBy={issues.length > 0 ? `${idPrefix}${place.path}-message` : undefined}
    />
  )
})
