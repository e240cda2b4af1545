import { everyday } from './everyday.ts'
import type { FieldDescription, ReadProps } from './field-description.ts'
import { textValue } from './text-value.ts'

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

/** Several paragraphs. */
export const textArea: FieldDescription = {
  name: 'TextArea',
  shape: 'block',
  Edit: everyday('TextAreaControl'),
  Read: TextAreaText,
}
