import type { FieldSchema, FormDefinition, FormValues, Sensitivity } from '../schema/form-definition.ts'
import { isRecord } from '../schema/is-record.ts'
import { isObjectField, isSubTable } from '../schema/walk-fields.ts'

/** How each kind of sensitive text is shown: kept at the start, kept at the end. The rest becomes `*`, four at least. */
const KEPT: Record<Exclude<Sensitivity, 'email' | 'address' | 'name'>, [number, number]> = {
  identity: [4, 4],
  phone: [3, 4],
  bank: [4, 4],
}
const PASSPORT = [2, 2] as const

/** `3703**********123X`, `138****5678`, `x****@example.com`. Short texts are covered whole; masking a mask changes nothing. */
export function maskText(text: string, sensitivity: Sensitivity): string {
  if (text === '') return text
  if (sensitivity === 'email') {
    const at = text.lastIndexOf('@')
    return at > 0 ? `${text.slice(0, 1)}****${text.slice(at)}` : '****'
  }
  if (sensitivity === 'name') {
    const [first = '', ...rest] = text
    return first + '*'.repeat(Math.max(1, rest.length))
  }
  if (sensitivity === 'address') return text.length > 6 ? `${text.slice(0, 6)}****` : '****'
  const [start, end] = sensitivity === 'identity' && text.length < 12 ? PASSPORT : KEPT[sensitivity]
  const covered = text.length - start - end
  return covered < 4 ? '****' : text.slice(0, start) + '*'.repeat(covered) + text.slice(text.length - end)
}

/** A value of a sensitive field as it is shown to who has not revealed it; other values unchanged. */
export function maskValue(schema: FieldSchema, value: unknown): unknown {
  const sensitivity = schema['x-sensitivity']
  return sensitivity && typeof value === 'string' ? maskText(value, sensitivity) : value
}

/**
 * Values with the sensitive ones covered, columns of sub-tables included.
 *
 * @param reveal paths left as they are (each reveal is logged by the host)
 */
export function maskValues(form: FormDefinition, values: FormValues, reveal: readonly string[] = []): FormValues {
  return maskFields(form.schema, values, new Set(reveal), '')
}

function maskFields(node: FieldSchema, values: FormValues, reveal: Set<string>, prefix: string): FormValues {
  const shown: FormValues = { ...values }
  for (const [key, schema] of Object.entries(node.properties ?? {})) {
    if (schema.type === 'void') Object.assign(shown, maskFields(schema, shown, reveal, prefix))
    else if (Object.hasOwn(values, key) && !reveal.has(prefix + key)) {
      shown[key] = maskNested(schema, values[key], reveal, prefix + key)
    }
  }
  return shown
}

function maskNested(schema: FieldSchema, value: unknown, reveal: Set<string>, path: string): unknown {
  if (isObjectField(schema) && isRecord(value)) return maskFields(schema, value, reveal, `${path}.`)
  if (!isSubTable(schema) || !Array.isArray(value)) return maskValue(schema, value)
  const { items = {} } = schema
  return value.map((row) => (isRecord(row) ? maskFields(items, row, reveal, `${path}.`) : row))
}
