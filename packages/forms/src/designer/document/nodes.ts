import type { FieldSchema, FormDefinition, FormSchema } from '../../schema/form-definition.ts'
import { isSubTable } from '../../schema/walk-fields.ts'

/** A field, column or section by the keys that lead to it from the root, sections included: `['申领人员信息', '姓名']`. */
export type NodePath = readonly string[]

/** A node met on the walk. */
export interface FormNode {
  path: NodePath
  key: string
  schema: FieldSchema
  /** The path of its value: `姓名`, `明细.金额`; a section has none. */
  valuePath?: string
  /** Path of the sub-table or object it lies in; '' at the top. */
  scope: string
}

/** Fields and sections within a node: columns of a sub-table, fields of a section, an object or the root. */
export function childrenOf(schema: FieldSchema): Record<string, FieldSchema> {
  return (isSubTable(schema) ? schema.items?.properties : schema.properties) ?? {}
}

/** The node with other children, under the key it keeps them. */
export function withChildren<Node extends FieldSchema>(schema: Node, children: Record<string, FieldSchema>): Node {
  if (!isSubTable(schema)) return { ...schema, properties: children }
  return { ...schema, items: { ...schema.items, properties: children } }
}

/** The schema at a path; the root for the empty one. */
export function schemaAt(form: FormDefinition, path: NodePath): FieldSchema | undefined {
  let node: FieldSchema | undefined = form.schema
  for (const key of path) {
    const children: Record<string, FieldSchema> = node ? childrenOf(node) : {}
    node = Object.hasOwn(children, key) ? children[key] : undefined
  }
  return node
}

/** The node at a path, or `undefined`. */
export function nodeAt(form: FormDefinition, path: NodePath): FormNode | undefined {
  let schema: FieldSchema = form.schema
  let scope = ''
  let node: FormNode | undefined
  for (const [index, key] of path.entries()) {
    if (node && node.schema.type !== 'void') scope = node.valuePath ?? scope
    const children = childrenOf(schema)
    const child = Object.hasOwn(children, key) ? children[key] : undefined
    if (!child) return undefined
    schema = child
    node = { path: path.slice(0, index + 1), key, schema, scope, ...valueIn(child, key, scope) }
  }
  return node
}

/** All nodes, sections included, in document order. */
export function* walkNodes(form: FormDefinition): Generator<FormNode> {
  yield* walk(form.schema, [], '')
}

function* walk(parent: FieldSchema, at: NodePath, scope: string): Generator<FormNode> {
  for (const [key, schema] of Object.entries(childrenOf(parent))) {
    const node: FormNode = { path: [...at, key], key, schema, scope, ...valueIn(schema, key, scope) }
    yield node
    yield* walk(schema, node.path, node.valuePath ?? scope)
  }
}

function valueIn(schema: FieldSchema, key: string, scope: string): Pick<FormNode, 'valuePath'> {
  return schema.type === 'void' ? {} : { valuePath: scope === '' ? key : `${scope}.${key}` }
}

/** The node whose value has that path. */
export function nodeOfValue(form: FormDefinition, valuePath: string): FormNode | undefined {
  for (const node of walkNodes(form)) if (node.valuePath === valuePath) return node
  return undefined
}

/** The form with another schema at a path. @param change gives `undefined` to take the node out */
export function changeNode(
  form: FormDefinition,
  path: NodePath,
  change: (schema: FieldSchema) => FieldSchema | undefined,
): FormDefinition {
  const schema = changeWithin(form.schema, path, change)
  return schema && schema !== form.schema ? { ...form, schema: schema as FormSchema } : form
}

function changeWithin(
  schema: FieldSchema,
  path: NodePath,
  change: (schema: FieldSchema) => FieldSchema | undefined,
): FieldSchema | undefined {
  const [key, ...rest] = path
  if (key === undefined) return change(schema)
  const children = Object.entries(childrenOf(schema))
  const next = children.flatMap(([name, child]) => {
    const changed = name === key ? changeWithin(child, rest, change) : child
    return changed ? [[name, changed] as const] : []
  })
  return withChildren(schema, Object.fromEntries(next))
}

/** The form with other children at a path. */
export function changeChildren(
  form: FormDefinition,
  path: NodePath,
  change: (children: Array<[string, FieldSchema]>) => Array<[string, FieldSchema]>,
): FormDefinition {
  return changeNode(form, path, (schema) =>
    withChildren(schema, Object.fromEntries(change(Object.entries(childrenOf(schema))))),
  )
}

/** The path of a node as one string, for keys and attributes; keys hold no `/`. */
export function pathId(path: NodePath): string {
  return path.join('/')
}
