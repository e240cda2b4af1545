import { componentOf } from '../components/components.ts'
import type { FieldSchema, FormDefinition, FormValues } from '../schema/form-definition.ts'
import { isRecord } from '../schema/is-record.ts'
import type { Issue } from '../schema/issue.ts'
import { isObjectField, isSubTable } from '../schema/walk-fields.ts'
import { equalValues } from '../values/equal-values.ts'
import { isEmpty } from '../values/is-empty.ts'
import type { AccessMap } from './access.ts'
import { accessOf } from './access-of.ts'
import { maskValue, maskValues } from './mask-values.ts'
import { type MergeRow, mergeRows } from './merge-rows.ts'

/**
 * Stored values with what a step sent in: only its `edit` fields are written.
 *
 * What comes back as it was shown (the value itself, or its mask) changes nothing. Computed fields are ignored, since they are
 * computed anew. In a sub-table rows may come and go only when the table is `edit`; columns that are not keep their stored value,
 * by the row's `id`, else by its place.
 *
 * @returns the new values, and issues `FIELD_NOT_EDITABLE`, `UNKNOWN_FIELD`, `TYPE`, `ROW_ID_REQUIRED`; with issues nothing should be stored
 */
export function mergeValues(
  form: FormDefinition,
  current: FormValues,
  incoming: FormValues,
  access: AccessMap | undefined,
): { values: FormValues; issues: Issue[] } {
  const issues: Issue[] = []
  const merge: Merge = { form, access, issues }
  return { values: mergeFields(merge, form.schema, current, incoming, '', []), issues }
}

interface Merge {
  form: FormDefinition
  access: AccessMap | undefined
  issues: Issue[]
}

/** Fields of a node by key, void sections opened. */
function fieldsOf(node: FieldSchema): Map<string, FieldSchema> {
  const fields = new Map<string, FieldSchema>()
  for (const [key, schema] of Object.entries(node.properties ?? {})) {
    if (schema.type === 'void') for (const [inner, field] of fieldsOf(schema)) fields.set(inner, field)
    else fields.set(key, schema)
  }
  return fields
}

function mergeFields(
  merge: Merge,
  node: FieldSchema,
  current: FormValues,
  incoming: FormValues,
  prefix: string,
  at: Issue['path'],
): FormValues {
  const fields = fieldsOf(node)
  const values: FormValues = { ...current }
  for (const [key, value] of Object.entries(incoming)) {
    const schema = fields.get(key)
    const path = [...at, key]
    if (value === undefined) continue
    if (schema) mergeField(merge, schema, values, key, value, prefix + key, path)
    else if (!(key === 'id' && at.length > 0)) {
      merge.issues.push({ code: 'UNKNOWN_FIELD', path, message: `表单里没有字段「${key}」` })
    }
  }
  return values
}

function mergeField(
  merge: Merge,
  schema: FieldSchema,
  values: FormValues,
  key: string,
  value: unknown,
  fieldPath: string,
  path: Issue['path'],
): void {
  const stored = Object.hasOwn(values, key) ? values[key] : undefined
  const access = componentOf(schema).system ? 'read' : accessOf(merge.access, fieldPath)
  if (access === 'hidden') refuse(merge, schema, key, path)
  else if (isSubTable(schema)) values[key] = mergeTable(merge, schema, stored, value, fieldPath, path)
  else if (isObjectField(schema) && isRecord(value)) {
    values[key] = mergeFields(merge, schema, isRecord(stored) ? stored : {}, value, `${fieldPath}.`, path)
  } else if (isComputed(schema) || isUnchanged(schema, stored, value)) return
  else if (access === 'edit') values[key] = value
  else refuse(merge, schema, key, path)
}

/** A value sent back as it was shown: plainly, or covered by its mask. */
function isUnchanged(schema: FieldSchema, stored: unknown, value: unknown): boolean {
  if (isEmpty(stored) && isEmpty(value)) return true
  return equalValues(value, stored) || equalValues(value, maskValue(schema, stored))
}

function isComputed(schema: FieldSchema): boolean {
  return schema['x-value'] !== undefined
}

function refuse(merge: Merge, schema: FieldSchema, key: string, path: Issue['path']): void {
  merge.issues.push({ code: 'FIELD_NOT_EDITABLE', path, message: `这一步不能改「${schema.title ?? key}」` })
}

function mergeTable(
  merge: Merge,
  schema: FieldSchema,
  stored: unknown,
  value: unknown,
  fieldPath: string,
  path: Issue['path'],
): unknown {
  const { form, access, issues } = merge
  const rows = Array.isArray(stored) ? stored.filter(isRecord) : []
  const { items = {}, title = fieldPath } = schema
  if (value === null ? rows.length === 0 : !Array.isArray(value)) {
    if (value !== null) issues.push({ code: 'TYPE', path, message: `「${title}」应是若干行` })
    return stored
  }
  const incoming = Array.isArray(value) ? value : []
  const malformed = incoming.findIndex((row) => !isRecord(row))
  if (malformed >= 0) {
    issues.push({ code: 'TYPE', path: [...path, malformed], message: `「${title}」第 ${malformed + 1} 行不是一行数据` })
    return stored
  }
  const columns = [...fieldsOf(items).keys()]
  const table: MergeRow = {
    title,
    mayChangeRows: accessOf(access, fieldPath) === 'edit',
    hasProtected: columns.some((column) => accessOf(access, `${fieldPath}.${column}`) !== 'edit'),
    merge: (row, next, index) => mergeFields(merge, items, row, next, `${fieldPath}.`, [...path, index]),
    isSame: (row, next) =>
      equalValues(row, next) ||
      equalValues(maskValues({ ...form, schema: { type: 'object', properties: items.properties ?? {} } }, row), next),
  }
  return mergeRows(table, rows, incoming.filter(isRecord), path, issues)
}
