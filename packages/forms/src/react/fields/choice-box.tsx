import { isTicked } from '../../components/choice-box.ts'
import { useFormView } from '../form-view-context.ts'
import { ChoiceGroup } from './choice-group.tsx'
import type { ControlProps, FieldDescription, ReadProps } from './field-description.ts'
import { listedOptions } from './options.ts'

function ChoiceBoxControl(props: ControlProps) {
  const { definition } = useFormView()
  const several = props.schema.type === 'array'
  const chosen = Array.isArray(props.value) ? props.value : []
  function handleTick(value: unknown, ticked: boolean) {
    if (!several) return props.onChange(value)
    props.onChange(ticked ? [...chosen, value] : chosen.filter((other) => other !== value))
  }

  return (
    <ChoiceGroup control={props} several={several} className="zp-choices">
      {listedOptions(props.schema, definition).map((option) => (
        <label key={String(option.value)} className="zp-choice">
          <input
            type={several ? 'checkbox' : 'radio'}
            name={props.id}
            checked={isTicked(props.value, option.value)}
            onChange={(event) => handleTick(option.value, event.target.checked)}
            disabled={props.disabled}
          />
          <span className="zp-box" aria-hidden="true" />
          {option.label}
        </label>
      ))}
    </ChoiceGroup>
  )
}

function ChoiceBoxText({ schema, value }: ReadProps) {
  const { definition } = useFormView()
  return (
    <span className="zp-choices">
      {listedOptions(schema, definition).map((option) => (
        <span key={String(option.value)} className="zp-choice">
          {isTicked(value, option.value) ? (
            <span className="zp-box zp-box--on" role="img" aria-label="已选" />
          ) : (
            <span className="zp-box" role="img" aria-label="未选" />
          )}
          {option.label}
        </span>
      ))}
    </span>
  )
}

/** □A □B as on paper: one is ticked, or several when the type is `array`. */
export const choiceBox: FieldDescription = {
  name: 'ChoiceBox',
  shape: 'inline',
  Edit: ChoiceBoxControl,
  Read: ChoiceBoxText,
}
