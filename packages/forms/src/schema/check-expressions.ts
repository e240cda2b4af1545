import { compile, isExpression } from '../feel/index.ts'
import { findCycle } from './find-cycle.ts'
import type { FieldSchema, FormDefinition } from './form-definition.ts'
import { isRecord } from './is-record.ts'
import type { Issue } from './issue.ts'
import { fieldIndex, isSubTable } from './walk-fields.ts'

const FORMILY_NAMES = ['$self', '$self.value', '$deps']

/** Checks every expression of a form: it parses, its names exist, and no value depends on itself. */
export function checkExpressions(form: Pick<FormDefinition, 'schema'>, issues: Issue[]): void {
  const index = fieldIndex(form)
  const paths = new Set(index.keys())
  const check: Check = { issues, paths, reads: new Map() }
  checkLevel(check, form.schema, '', ['schema'], new Set([...paths, ...FORMILY_NAMES]))
  const cycle = findCycle(widened(check.reads, index))
  if (cycle) {
    const field = index.get(cycle[0] ?? '')
    issues.push({
      code: 'EXPRESSION_CYCLE',
      path: ['schema', ...(field?.schemaPath ?? [])],
      message: `这些字段的值互相依赖，算不出来：${cycle.join(' → ')}`,
    })
  }
}

interface Check {
  issues: Issue[]
  /** Paths of all fields. */
  paths: ReadonlySet<string>
  /** Field path -> paths its visibility and value are made from. */
  reads: Map<string, Set<string>>
}

function checkLevel(
  check: Check,
  node: FieldSchema,
  prefix: string,
  at: Issue['path'],
  names: ReadonlySet<string>,
): void {
  for (const [key, schema] of Object.entries(node.properties ?? {})) {
    const path = [...at, 'properties', key]
    const isVoid = schema.type === 'void'
    const used = checkField(check, schema, path, names)
    if (isVoid) {
      checkLevel(check, schema, prefix, path, names)
      continue
    }
    const own = prefix + key
    check.reads.set(own, new Set([...used].map((name) => resolve(check.paths, prefix, name))))
    const inside = isSubTable(schema) ? schema.items : schema.properties ? schema : undefined
    const columns = Object.keys(inside ? flat(inside) : {})
    const inner = new Set([...names, ...columns])
    if (inside && inside !== schema) checkLevel(check, inside, `${own}.`, [...path, 'items'], inner)
    else if (inside) checkLevel(check, inside, `${own}.`, path, inner)
  }
}

function flat(node: FieldSchema): Record<string, FieldSchema> {
  return Object.fromEntries(
    Object.entries(node.properties ?? {}).flatMap(([key, schema]) =>
      schema.type === 'void' ? Object.entries(flat(schema)) : [[key, schema]],
    ),
  )
}

/** A name in a row is first a column of the row. */
function resolve(paths: ReadonlySet<string>, prefix: string, name: string): string {
  return paths.has(prefix + name) ? prefix + name : name
}

/** Checks the expressions of one node; returns the names its value and visibility read. */
function checkField(check: Check, schema: FieldSchema, path: Issue['path'], names: ReadonlySet<string>): Set<string> {
  const used = new Set<string>()
  for (const key of [
    'x-visible',
    'x-value',
    'required',
    'x-disabled',
    'x-read-only',
    'x-validator',
    'x-reactions',
  ] as const) {
    const shapes = key === 'x-visible' || key === 'x-value' || key === 'x-reactions'
    eachExpression(schema[key], [...path, key], (text, at) => {
      const compiled = compile(text, { names })
      for (const issue of compiled.issues) check.issues.push({ ...issue, path: at })
      if (shapes) for (const name of compiled.paths) if (!name.startsWith('$')) used.add(name)
    })
  }
  const reactions = schema['x-reactions']
  for (const [index, reaction] of (Array.isArray(reactions) ? reactions : reactions ? [reactions] : []).entries()) {
    for (const name of reaction.dependencies ?? []) {
      used.add(name)
      if (!names.has(name)) {
        check.issues.push({
          code: 'UNKNOWN_NAME',
          path: [...path, 'x-reactions', index, 'dependencies'],
          message: `联动依赖的「${name.slice(0, 40)}」不存在`,
        })
      }
    }
  }
  return used
}

function eachExpression(value: unknown, path: Issue['path'], visit: (text: string, path: Issue['path']) => void): void {
  if (isExpression(value)) visit(value, path)
  else if (Array.isArray(value)) {
    for (const [index, inner] of value.entries()) eachExpression(inner, [...path, index], visit)
  } else if (isRecord(value))
    for (const [key, inner] of Object.entries(value)) eachExpression(inner, [...path, key], visit)
}

/** Reading a sub-table reads all its columns; a column is there only when its table is. */
function widened(reads: Map<string, Set<string>>, index: ReturnType<typeof fieldIndex>): Map<string, Set<string>> {
  const wide = new Map<string, Set<string>>()
  for (const [path, names] of reads) {
    const all = new Set<string>()
    for (const name of names) {
      const known = index.has(name) ? name : (name.split('.')[0] ?? name)
      all.add(known)
      for (const other of index.keys()) if (other.startsWith(`${known}.`)) all.add(other)
    }
    wide.set(path, all)
  }
  return wide
}
