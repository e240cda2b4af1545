import { Input } from 'antd'
import { ariaProps, type ControlProps, type FieldDescription, type ReadProps } from './field-description.ts'
import { textValue, valueOfText } from './text-value.ts'

function TextAreaControl(props: ControlProps) {
  const text = textValue(props.value)
  const { placeholder, rows } = props.schema['x-component-props'] ?? {}
  const limit = props.schema.maxLength
  return (
    <div className="zp-text-area">
      <Input.TextArea
        {...ariaProps(props)}
        id={props.id}
        value={text}
        onChange={(event) => props.onChange(valueOfText(event.target.value))}
        onBlur={props.onBlur}
        disabled={props.disabled}
        placeholder={typeof placeholder === 'string' ? placeholder : props.schema.description}
        autoSize={{ minRows: typeof rows === 'number' ? rows : 4 }}
      />
      {limit !== undefined && (
        <span className="zp-count" aria-hidden="true">
          {[...text].length} / {limit} 字
        </span>
      )}
    </div>
  )
}

function TextAreaText({ value }: ReadProps) {
  const paragraphs = textValue(value)
    .split(/\n+/)
    .filter((paragraph) => paragraph.trim() !== '')
  return (
    <div className="zp-prose">
      {paragraphs.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity but their place
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  )
}

/** Several paragraphs; the count of characters stands below when the schema has a limit. */
export const textArea: FieldDescription = {
  name: 'TextArea',
  shape: 'block',
  Edit: TextAreaControl,
  Read: TextAreaText,
}
