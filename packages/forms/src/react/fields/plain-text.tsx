import { displayValue } from '../../values/display-value.ts'
import { useFormView } from '../form-view-context.ts'
import type { ReadProps } from './field-description.ts'

/** A value as a reader sees it, on one line: labels instead of codes, dates in Chinese. */
export function PlainText({ schema, value }: ReadProps) {
  const { definition } = useFormView()
  return <span className="zp-text">{displayValue(schema, value, definition)}</span>
}
