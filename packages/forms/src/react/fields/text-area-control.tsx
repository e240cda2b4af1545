import { ariaProps, type ControlProps } from './field-description.ts'
import { GrowingText } from './growing-text.tsx'
import { textValue, valueOfText } from './text-value.ts'

/** A box that grows with its text; the count of characters stands below when the schema has a limit. */
export function TextAreaControl(props: ControlProps) {
  const text = textValue(props.value)
  const { placeholder, rows } = props.schema['x-component-props'] ?? {}
  const limit = props.schema.maxLength
  return (
    <div className="zp-text-area">
      <GrowingText
        {...ariaProps(props)}
        id={props.id}
        value={text}
        onChange={(event) => props.onChange(valueOfText(event.target.value))}
        onBlur={props.onBlur}
        disabled={props.disabled}
        placeholder={typeof placeholder === 'string' ? placeholder : props.schema.description}
        rows={typeof rows === 'number' ? rows : 4}
      />
      {limit !== undefined && (
        <span className="zp-count" aria-hidden="true">
          {[...text].length} / {limit} 字
        </span>
      )}
    </div>
  )
}
