import { Checkbox as AntCheckbox } from 'antd'
import { useFormView } from '../form-view-context.ts'
import { ariaProps, type ControlProps, type FieldDescription } from './field-description.ts'
import { listedOptions } from './options.ts'
import { PlainText } from './plain-text.tsx'

function CheckboxControl(props: ControlProps) {
  const { definition } = useFormView()
  if (props.schema.type === 'boolean') {
    return (
      <AntCheckbox
        {...ariaProps(props)}
        id={props.id}
        checked={props.value === true}
        onChange={(event) => props.onChange(event.target.checked)}
        onBlur={props.onBlur}
        disabled={props.disabled}
      >
        {props.schema.description ?? props.schema.title}
      </AntCheckbox>
    )
  }
  const { 'aria-required': _, 'aria-invalid': __, ...naming } = ariaProps(props)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a line of a paper cell
    <div {...naming} role="group" id={props.id} onBlur={props.onBlur}>
      <AntCheckbox.Group
        value={Array.isArray(props.value) ? props.value : []}
        onChange={props.onChange}
        disabled={props.disabled}
        options={listedOptions(props.schema, definition)}
      />
    </div>
  )
}

/** Yes or no when the type is `boolean`, else any of a few. */
export const checkbox: FieldDescription = {
  name: 'Checkbox',
  shape: 'inline',
  Edit: CheckboxControl,
  Read: PlainText,
}
