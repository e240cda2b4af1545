import { isRecord } from '../../schema/is-record.ts'
import { checkText, spend } from '../evaluation.ts'
import { fail } from '../failure.ts'
import { typeOf } from './feel-type.ts'

/** A value as `string()` writes it; texts inside of lists and contexts stand in quotes. */
export function toText(value: unknown, quoted = false): string {
  if (typeof value === 'string') return quoted ? `"${value.replace(/("|\\)/g, '\\$1')}"` : value
  if (Array.isArray(value)) {
    spend(value.length)
    return checked(`[${value.map((item) => toText(item, true)).join(', ')}]`)
  }
  if (isRecord(value)) {
    const entries = Object.entries(value)
    spend(entries.length)
    return checked(`{${entries.map(([key, item]) => `${keyText(key)}: ${toText(item, true)}`).join(', ')}}`)
  }
  switch (typeOf(value)) {
    case 'nil':
      return 'null'
    case 'range':
      return '<range>'
    case 'function':
      return '<function>'
    case 'other':
      return fail('a value without a text')
    default:
      return String(value)
  }
}

function keyText(key: string): string {
  return /\W/.test(key) ? toText(key, true) : key
}

function checked(text: string): string {
  checkText(text.length)
  return text
}
