import { isExpression } from '../../feel/index.ts'
import type { FieldSchema, FormDefinition, Json } from '../../schema/form-definition.ts'
import { changeNode, type FormNode, walkNodes } from './nodes.ts'
import { type Reference, referencesIn } from './references.ts'

/** An expression of a node and its place in the node: `['x-reactions', 0, 'when']`. */
export interface NodeExpression {
  at: Array<string | number>
  text: string
}

/** Keys that hold other nodes, not what the node says of itself. */
const CHILDREN = new Set(['properties', 'items'])

/** Every `{{ FEEL }}` of a node itself. */
export function expressionsOf(schema: FieldSchema): NodeExpression[] {
  const found: NodeExpression[] = []
  const collect = (value: unknown, at: Array<string | number>) => {
    if (isExpression(value)) found.push({ at, text: value })
    else if (Array.isArray(value)) for (const [index, item] of value.entries()) collect(item, [...at, index])
    else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        if (at.length > 0 || !CHILDREN.has(key)) collect(item, [...at, key])
      }
    }
  }
  collect(schema, [])
  return found
}

/** The node with each of its strings changed: expressions, and the names in `dependencies`. */
export function mapExpressions(
  schema: FieldSchema,
  change: { expression(text: string): string; dependency(path: string): string },
): FieldSchema {
  const map = (value: Json, isDependency: boolean): Json => {
    if (isExpression(value)) return change.expression(value)
    if (typeof value === 'string') return isDependency ? change.dependency(value) : value
    if (Array.isArray(value)) return value.map((item) => map(item, isDependency))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, map(item, key === 'dependencies')]))
  }
  const entries = Object.entries(schema).map(([key, value]) => [
    key,
    CHILDREN.has(key) || typeof value === 'number' ? value : map(value as Json, false),
  ])
  return Object.fromEntries(entries) as FieldSchema
}

/** Paths of all fields. */
export function fieldPaths(form: FormDefinition): Set<string> {
  return new Set([...walkNodes(form)].flatMap((node) => node.valuePath ?? []))
}

/** The nodes whose rules read a field or something inside it, without those inside it. */
export function readersOf(form: FormDefinition, valuePath: string): FormNode[] {
  const fields = fieldPaths(form)
  const isMeant = (path: string) => path === valuePath || path.startsWith(`${valuePath}.`)
  return [...walkNodes(form)].filter((node) => {
    if (node.valuePath !== undefined && isMeant(node.valuePath)) return false
    return pathsRead(node, fields).some(isMeant)
  })
}

/** Paths of the fields that the rules of a node read. */
export function pathsRead(node: FormNode, fields: ReadonlySet<string>): string[] {
  const read = expressionsOf(node.schema).flatMap(({ text }) =>
    referencesIn(text, fields, rowOf(node)).map((reference) => reference.path),
  )
  return [...read, ...dependenciesOf(node.schema)]
}

function dependenciesOf(schema: FieldSchema): string[] {
  const reactions = schema['x-reactions']
  const list = reactions === undefined ? [] : Array.isArray(reactions) ? reactions : [reactions]
  return list.flatMap((reaction) => reaction.dependencies ?? [])
}

/** The record whose fields are names in a node's expressions, besides the form's. */
export function rowOf(node: FormNode): string {
  return node.scope
}

/** The form with every expression that names some field rewritten. */
export function rewriteExpressions(
  form: FormDefinition,
  change: {
    expression(text: string, references: Reference[], node: FormNode): string
    dependency(path: string): string
  },
): FormDefinition {
  const fields = fieldPaths(form)
  let result = form
  for (const node of walkNodes(form)) {
    if (expressionsOf(node.schema).length === 0 && dependenciesOf(node.schema).length === 0) continue
    const rewritten = mapExpressions(node.schema, {
      expression: (text) => change.expression(text, referencesIn(text, fields, rowOf(node)), node),
      dependency: change.dependency,
    })
    if (JSON.stringify(rewritten) === JSON.stringify(node.schema)) continue
    result = changeNode(result, node.path, (now) => ({ ...rewritten, ...inner(now) }))
  }
  return result
}

/** Children as they are by now: they may have been rewritten before. */
function inner({ properties, items }: FieldSchema): Pick<FieldSchema, 'properties' | 'items'> {
  return { ...(properties && { properties }), ...(items && { items }) }
}
