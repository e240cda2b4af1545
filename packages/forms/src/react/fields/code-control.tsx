import { normalizeCode } from '../../components/normalize-code.ts'
import { ariaProps, type ControlProps } from './field-description.ts'
import { textValue, valueOfText } from './text-value.ts'

/** A code, in capitals and without spaces as it is typed. */
export function CodeControl(props: ControlProps) {
  return (
    <input
      {...ariaProps(props)}
      type="text"
      id={props.id}
      className="zp-input zp-code"
      value={textValue(props.value)}
      onChange={(event) => props.onChange(valueOfText(normalizeCode(event.target.value)))}
      onBlur={props.onBlur}
      disabled={props.disabled}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
    />
  )
}
