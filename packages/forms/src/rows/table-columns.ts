import { componentOf } from '../components/components.ts'
import type { FieldSchema } from '../schema/form-definition.ts'

/** One column of a sub-table. */
export interface TableColumn {
  key: string
  title: string
  schema: FieldSchema
}

const known = new WeakMap<FieldSchema, TableColumn[]>()

/** The columns of a sub-table in their order; sections among them are no columns. 大写 is written in a cell only where asked for. */
export function tableColumns(table: FieldSchema): TableColumn[] {
  const made = known.get(table)
  if (made) return made
  const columns = columnsOf(table.items ?? {})
  if (Object.isFrozen(table)) known.set(table, columns)
  return columns
}

function columnsOf(node: FieldSchema): TableColumn[] {
  return Object.entries(node.properties ?? {}).flatMap(([key, schema]) =>
    schema.type === 'void' ? columnsOf(schema) : { key, title: schema.title ?? key, schema: inCell(schema) },
  )
}

function inCell(schema: FieldSchema): FieldSchema {
  const props = schema['x-component-props']
  if (componentOf(schema).name !== 'Money' || props?.words === true) return schema
  return { ...schema, 'x-component-props': { ...props, words: false } }
}
