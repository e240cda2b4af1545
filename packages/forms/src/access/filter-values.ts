import type { FieldSchema, FormDefinition, FormValues } from '../schema/form-definition.ts'
import { isRecord } from '../schema/is-record.ts'
import { isObjectField, isSubTable } from '../schema/walk-fields.ts'
import type { AccessMap } from './access.ts'
import { accessOf } from './access-of.ts'

/** The values a step may see: hidden fields and columns, and keys the form does not know, are left out. */
export function filterValues(form: FormDefinition, values: FormValues, access: AccessMap | undefined): FormValues {
  return filterFields(form.schema, values, access, '')
}

function filterFields(
  node: FieldSchema,
  values: FormValues,
  access: AccessMap | undefined,
  prefix: string,
): FormValues {
  const seen: FormValues = {}
  for (const [key, schema] of Object.entries(node.properties ?? {})) {
    const path = prefix + key
    if (schema.type === 'void') Object.assign(seen, filterFields(schema, values, access, prefix))
    else if (Object.hasOwn(values, key) && accessOf(access, path) !== 'hidden') {
      seen[key] = filterValue(schema, values[key], access, path)
    }
  }
  return seen
}

function filterValue(schema: FieldSchema, value: unknown, access: AccessMap | undefined, path: string): unknown {
  if (isObjectField(schema) && isRecord(value)) return filterFields(schema, value, access, `${path}.`)
  if (!isSubTable(schema) || !Array.isArray(value)) return value
  const { items = {} } = schema
  return value.filter(isRecord).map((row) => {
    const seen = filterFields(items, row, access, `${path}.`)
    return row.id === undefined ? seen : { id: row.id, ...seen }
  })
}
