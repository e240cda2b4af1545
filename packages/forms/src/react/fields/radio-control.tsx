import { useFormView } from '../form-view-context.ts'
import { ChoiceGroup } from './choice-group.tsx'
import type { ControlProps } from './field-description.ts'
import { OptionLabel } from './option-label.tsx'
import { listedOptions } from './options.ts'

/** Circles, named together. */
export function RadioControl(props: ControlProps) {
  const { definition } = useFormView()
  return (
    <ChoiceGroup control={props} several={false} className="zp-options">
      {listedOptions(props.schema, definition).map(({ label, value }) => (
        <OptionLabel
          key={String(value)}
          type="radio"
          name={props.id}
          checked={props.value === value}
          onChange={() => props.onChange(value)}
          disabled={props.disabled}
        >
          {label}
        </OptionLabel>
      ))}
    </ChoiceGroup>
  )
}
