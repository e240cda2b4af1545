import { FormError } from '../errors.ts'
import type { FieldSchema, FormDefinition } from './form-definition.ts'

/** One field met on the walk. */
export interface FieldPlace {
  /** `姓名`, or `明细.金额` for a column of the sub-table `明细`, or `地址.街道` inside an object. */
  path: string
  key: string
  schema: FieldSchema
  /** The sub-table or object that holds the field; absent at the top. */
  parent?: FieldPlace
  /** Keys of the schema nodes from the root: `['properties', '明细', 'items', 'properties', '金额']`. */
  schemaPath: string[]
  /** Void sections around the field, outermost first: they have no value but may hide it. */
  sections: FieldSchema[]
}

/** A sub-table has rows of columns; other arrays (`Resume`, `Attachments`, `Opinion`) are one value of one component. */
export function isSubTable(schema: FieldSchema): boolean {
  return schema.type === 'array' && schema.items?.properties !== undefined
}

/** An object with fields of its own, as opposed to one value of one component (`Person`). */
export function isObjectField(schema: FieldSchema): boolean {
  return schema.type === 'object' && schema.properties !== undefined
}

/**
 * Every field that holds a value, in document order; sub-tables come before their columns. Void sections add nothing to a path.
 * `x-index` is a matter of looks and does not change the order.
 */
export function* walkFields(form: Pick<FormDefinition, 'schema'>): Generator<FieldPlace> {
  yield* walk(form.schema, undefined, '', [], [])
}

function* walk(
  node: FieldSchema,
  parent: FieldPlace | undefined,
  prefix: string,
  at: string[],
  sections: FieldSchema[],
): Generator<FieldPlace> {
  for (const [key, schema] of Object.entries(node.properties ?? {})) {
    const schemaPath = [...at, 'properties', key]
    if (schema.type === 'void') {
      yield* walk(schema, parent, prefix, schemaPath, [...sections, schema])
      continue
    }
    const place: FieldPlace = { path: prefix + key, key, schema, schemaPath, sections, ...(parent ? { parent } : {}) }
    yield place
    if (isSubTable(schema) && schema.items) {
      yield* walk(schema.items, place, `${place.path}.`, [...schemaPath, 'items'], [])
    } else if (isObjectField(schema)) {
      yield* walk(schema, place, `${place.path}.`, schemaPath, [])
    }
  }
}

const indexes = new WeakMap<object, Map<string, FieldPlace>>()

/** All fields by path; made once a schema. */
export function fieldIndex(form: Pick<FormDefinition, 'schema'>): Map<string, FieldPlace> {
  const known = indexes.get(form.schema)
  if (known) return known
  const index = new Map<string, FieldPlace>()
  for (const place of walkFields(form)) index.set(place.path, place)
  indexes.set(form.schema, index)
  return index
}

/** The field at a path, or `undefined`. */
export function fieldAt(form: Pick<FormDefinition, 'schema'>, path: string): FieldPlace | undefined {
  return fieldIndex(form).get(path)
}

/** @throws FormError `FIELD_NOT_FOUND` */
export function requireField(form: Pick<FormDefinition, 'schema'>, path: string): FieldPlace {
  const place = fieldAt(form, path)
  if (!place) throw new FormError('FIELD_NOT_FOUND', { path })
  return place
}
