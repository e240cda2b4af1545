import {
  displayValue,
  type FieldSchema,
  type FormDefinition,
  type FormValues,
  isObjectField,
  isSubTable,
  maskValue,
} from '@zhupi/forms'
import { canonicalJson } from '../../canonical-json.ts'
import type { HistoryChange } from './history-chain.ts'

const MAX_TEXT = 200

/** What changed between two sets of values, in words: fields in document order, rows of sub-tables by their place. */
export function valueChanges(form: FormDefinition, before: FormValues, after: FormValues): HistoryChange[] {
  return [...changesIn(form, form.schema, before, after, '', '')]
}

function* changesIn(
  form: FormDefinition,
  node: FieldSchema,
  before: FormValues,
  after: FormValues,
  prefix: string,
  titlePrefix: string,
): Generator<HistoryChange> {
  for (const [key, schema] of Object.entries(node.properties ?? {})) {
    if (schema.type === 'void') yield* changesIn(form, schema, before, after, prefix, titlePrefix)
    else if (!isEqual(before[key], after[key])) {
      yield* changesOf(form, schema, before[key], after[key], prefix + key, titlePrefix + (schema.title ?? key))
    }
  }
}

function* changesOf(
  form: FormDefinition,
  schema: FieldSchema,
  before: unknown,
  after: unknown,
  path: string,
  title: string,
): Generator<HistoryChange> {
  if (isObjectField(schema)) {
    yield* changesIn(form, schema, toRow(before), toRow(after), `${path}.`, `${title} `)
    return
  }
  if (!isSubTable(schema)) {
    yield { path, title, before: inWords(form, schema, before), after: inWords(form, schema, after) }
    return
  }
  const rowsBefore = rowsOf(before)
  const rowsAfter = rowsOf(after)
  for (let row = 0; row < Math.max(rowsBefore.length, rowsAfter.length); row += 1) {
    const places = [rowsBefore[row] ?? {}, rowsAfter[row] ?? {}] as const
    yield* changesIn(form, schema.items ?? {}, ...places, `${path}.${row}.`, `${title}第 ${row + 1} 行 `)
  }
}

function inWords(form: FormDefinition, schema: FieldSchema, value: unknown): string {
  const text = displayValue(schema, maskValue(schema, value), form)
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text
}

function rowsOf(value: unknown): FormValues[] {
  return Array.isArray(value) ? value.filter((row) => typeof row === 'object' && row !== null) : []
}

function toRow(value: unknown): FormValues {
  return rowsOf([value])[0] ?? {}
}

function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true
  return canonicalJson(one ?? null) === canonicalJson(other ?? null)
}
