import { Checkbox as AntCheckbox } from 'antd'
import { useFormView } from '../form-view-context.ts'
import { ChoiceGroup } from './choice-group.tsx'
import { ariaProps, type ControlProps, type FieldDescription } from './field-description.ts'
import { listedOptions } from './options.ts'
import { PlainText } from './plain-text.tsx'

function CheckboxControl(props: ControlProps) {
  return props.schema.type === 'boolean' ? <OneBox {...props} /> : <ManyBoxes {...props} />
}

function OneBox(props: ControlProps) {
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

function ManyBoxes(props: ControlProps) {
  const { definition } = useFormView()
  return (
    <ChoiceGroup control={props} several>
      <AntCheckbox.Group
        value={Array.isArray(props.value) ? props.value : []}
        onChange={props.onChange}
        disabled={props.disabled}
        options={listedOptions(props.schema, definition)}
      />
    </ChoiceGroup>
  )
}

/** Yes or no when the type is `boolean`, else any of a few. */
export const checkbox: FieldDescription = { name: 'Checkbox', shape: 'inline', Edit: CheckboxControl, Read: PlainText }
