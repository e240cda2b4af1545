import { useFormView } from '../form-view-context.ts'
import { ChoiceGroup } from './choice-group.tsx'
import { ariaProps, type ControlProps } from './field-description.ts'
import { OptionLabel } from './option-label.tsx'
import { listedOptions } from './options.ts'

/** One box of yes and no, or one for each choice. */
export function CheckboxControl(props: ControlProps) {
  return props.schema.type === 'boolean' ? <OneBox {...props} /> : <ManyBoxes {...props} />
}

function OneBox(props: ControlProps) {
  return (
    <OptionLabel
      {...ariaProps(props)}
      type="checkbox"
      id={props.id}
      checked={props.value === true}
      onChange={(event) => props.onChange(event.target.checked)}
      onBlur={props.onBlur}
      disabled={props.disabled}
    >
      {props.schema.description ?? props.schema.title}
    </OptionLabel>
  )
}

function ManyBoxes(props: ControlProps) {
  const { definition } = useFormView()
  const options = listedOptions(props.schema, definition)
  const chosen = Array.isArray(props.value) ? props.value : []
  /** In the order of the choices, whichever was ticked first. */
  function handleTick(ticked: unknown, isChosen: boolean) {
    props.onChange(
      options.map(({ value }) => value).filter((value) => (value === ticked ? isChosen : chosen.includes(value))),
    )
  }
  return (
    <ChoiceGroup control={props} several className="zp-options">
      {options.map(({ label, value }) => (
        <OptionLabel
          key={String(value)}
          type="checkbox"
          checked={chosen.includes(value)}
          onChange={(event) => handleTick(value, event.target.checked)}
          disabled={props.disabled}
        >
          {label}
        </OptionLabel>
      ))}
    </ChoiceGroup>
  )
}
