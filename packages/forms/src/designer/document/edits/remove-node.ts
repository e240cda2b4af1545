import { gridOf, refuse, rowsOf } from '../../../paper/edit/index.ts'
import type { FieldSchema, FormDefinition } from '../../../schema/form-definition.ts'
import { isSubTable } from '../../../schema/walk-fields.ts'
import type { FormEdit } from '../draft.ts'
import { fieldPaths, pathsRead, readersOf } from '../expressions.ts'
import { changeChildren, changeNode, childrenOf, type FormNode, type NodePath, nodeAt } from '../nodes.ts'

/**
 * Takes a field, column or section out, with all that lies in it and its place on the paper; labels beside it stay.
 *
 * @param withRules also takes out the rules of other fields that read it; without it such a field is not removed
 */
export function removeNode(path: NodePath, { withRules = false } = {}): FormEdit {
  return (form) => {
    const node = nodeAt(form, path)
    if (!node) return refuse('NOT_FOUND')
    const holder = nodeAt(form, path.slice(0, -1))
    if (holder && isSubTable(holder.schema) && Object.keys(childrenOf(holder.schema)).length === 1) {
      return refuse('LAST_FIELD_OF_TABLE', [holder.schema.title ?? holder.key])
    }
    const gone = valuesIn(node)
    const readers = gone.flatMap((value) => readersOf(form, value)).filter((reader) => !isWithin(reader.path, path))
    if (readers.length > 0 && !withRules) return refuse('FIELD_IN_USE', [...new Set(readers.map(titleOf))])
    const freed = readers.reduce((one, reader) => withoutRules(one, reader, gone), form)
    return offPaper(
      changeNode(freed, path, () => undefined),
      gone,
    )
  }
}

/** Takes a section away and leaves its fields in its place. */
export function ungroup(path: NodePath): FormEdit {
  return (form) => {
    const node = nodeAt(form, path)
    if (node?.schema.type !== 'void') return refuse('NOT_FOUND')
    return changeChildren(form, path.slice(0, -1), (children) =>
      children.flatMap(([key, schema]) => (key === node.key ? Object.entries(childrenOf(schema)) : [[key, schema]])),
    )
  }
}

/** Values of a node and of what lies in it, outermost only. */
function valuesIn(node: FormNode): string[] {
  if (node.valuePath !== undefined) return [node.valuePath]
  return Object.entries(childrenOf(node.schema)).flatMap(([key, schema]) =>
    valuesIn({
      path: [...node.path, key],
      key,
      schema,
      scope: node.scope,
      ...(schema.type !== 'void' && { valuePath: node.scope === '' ? key : `${node.scope}.${key}` }),
    }),
  )
}

function isWithin(path: NodePath, outer: NodePath): boolean {
  return outer.every((key, index) => path[index] === key)
}

function titleOf(node: FormNode): string {
  return node.schema.title ?? node.key
}

/** The expressions of a node that read what is gone become the plain default, one by one. */
function withoutRules(form: FormDefinition, reader: FormNode, gone: readonly string[]): FormDefinition {
  const fields = fieldPaths(form)
  const reads = (schema: FieldSchema) =>
    pathsRead({ ...reader, schema }, fields).some((path) =>
      gone.some((value) => path === value || path.startsWith(`${value}.`)),
    )
  return changeNode(form, reader.path, (schema) => {
    const entries = Object.entries(schema).flatMap(([key, value]) => {
      if (key === 'properties' || key === 'items' || !reads({ [key]: value })) return [[key, value]]
      if (!Array.isArray(value)) return []
      const kept = value.filter((item) => !reads({ [key]: [item] }))
      return kept.length > 0 ? [[key, kept]] : []
    })
    return Object.fromEntries(entries)
  })
}

/** Empties the cells of fields that are gone. */
export function offPaper(form: FormDefinition, gone: readonly string[]): FormDefinition {
  const { paper } = form
  if (!paper?.rows.flat().some((cell) => cell.field !== undefined && gone.includes(cell.field))) return form
  const grid = gridOf(paper)
  const cells = grid.cells.map((cell) => {
    const { field, ...rest } = cell.content
    return field !== undefined && gone.includes(field) ? { ...cell, content: rest } : cell
  })
  return { ...form, paper: { ...paper, rows: rowsOf({ ...grid, cells }) } }
}
