import { Radio as AntRadio } from 'antd'
import { useFormView } from '../form-view-context.ts'
import { ChoiceGroup } from './choice-group.tsx'
import type { ControlProps, FieldDescription } from './field-description.ts'
import { listedOptions } from './options.ts'
import { PlainText } from './plain-text.tsx'

function RadioControl(props: ControlProps) {
  const { definition } = useFormView()
  return (
    <ChoiceGroup control={props} several={false}>
      <AntRadio.Group
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        disabled={props.disabled}
        options={listedOptions(props.schema, definition)}
        name={props.id}
      />
    </ChoiceGroup>
  )
}

/** One of a few, all in sight. */
export const radio: FieldDescription = { name: 'Radio', shape: 'inline', Edit: RadioControl, Read: PlainText }
