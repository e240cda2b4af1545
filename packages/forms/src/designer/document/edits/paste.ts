import { compile } from '../../../feel/index.ts'
import { type GridCell, insertRow, isRefused, refuse, replaceArea } from '../../../paper/edit/index.ts'
import { checkForm } from '../../../schema/check-form.ts'
import type { FieldSchema, FormDefinition, Paper } from '../../../schema/form-definition.ts'
import type { FormEdit } from '../draft.ts'
import { expressionsOf, fieldPaths, rowOf } from '../expressions.ts'
import type { Fragment } from '../fragment.ts'
import { isUsableKey, keyFrom, takenKeys } from '../keys.ts'
import { changeNode, type NodePath, nodeAt, pathId, walkNodes } from '../nodes.ts'
import type { Refusing } from '../refusal.ts'
import { insertNode, mayStandIn, scopeOf } from './add-field.ts'
import { renameNode } from './rename-key.ts'

export interface PasteTarget {
  into: NodePath
  index?: number
  /** Upper left cell for the cells of the fragment; rows are added below when the paper ends. */
  cell?: { row: number; col: number }
}

/**
 * Puts a fragment into the form. Keys that are taken get a number, and rules within the fragment follow; rules that read
 * fields the form does not have are left behind.
 */
export function paste(fragment: Fragment, target: PasteTarget): FormEdit {
  return (form) => {
    const scope = scopeOf(form, target.into)
    if (scope === undefined) return refuse('NOT_FOUND')
    const withFields = pasteFields(form, fragment, target, scope)
    if (isRefused(withFields)) return withFields
    const { keys } = withFields
    const pasted = new Set([...keys.values()].map((key) => pathId([...target.into, key])))
    const tidy = withoutStrangeRules({ ...withFields.form, ...dictionariesOf(form, fragment) }, pasted)
    const result = pasteCells(tidy, fragment, target, keys)
    if (isRefused(result)) return result
    return checkForm(result).length > checkForm(form).length ? refuse('PASTE_INVALID') : result
  }
}

/** How many rules of the fragment did not come along. */
export function rulesLeftBehind(form: FormDefinition, result: FormDefinition, fragment: Fragment): number {
  const count = (one: FormDefinition) => [...walkNodes(one)].flatMap((node) => expressionsOf(node.schema)).length
  const brought = fragment.fields.reduce((sum, { key, schema }) => sum + count(formOf(form, key, schema)), 0)
  return brought - (count(result) - count(form))
}

function formOf(form: FormDefinition, key: string, schema: FieldSchema): FormDefinition {
  return { ...form, schema: { type: 'object', properties: { [key]: schema } } }
}

function pasteFields(
  form: FormDefinition,
  fragment: Fragment,
  { into, index }: PasteTarget,
  scope: string,
): { form: FormDefinition; keys: Map<string, string> } | Refusing {
  let result = form
  const keys: Array<[string, string]> = []
  for (const { key, schema } of fragment.fields) {
    if (!isUsableKey(key)) return refuse('PASTE_INVALID')
    if (!mayStandIn(form, into, schema)) return refuse('COMPONENT_NOT_HERE')
    const free = keyFrom(key, takenKeys(result, scope))
    result = insertNode(result, into, free, schema, index === undefined ? undefined : index + keys.length)
    keys.push([key, free])
  }
  return withOwnRules(result, into, keys)
}

/** Rules among the pasted fields that read a field by its old key now read the copy. */
function withOwnRules(form: FormDefinition, into: NodePath, keys: Array<[string, string]>) {
  const renamed = keys.filter(([key, free]) => key !== free)
  let result = form
  for (const [key, free] of renamed) {
    const alone = Object.fromEntries(keys.map(([name, now]) => [name, nodeAt(result, [...into, now])?.schema ?? {}]))
    const fragment: FormDefinition = { key: form.key, title: '', schema: { type: 'object', properties: alone } }
    const rewritten = renameNode(fragment, [key], free)
    for (const [name, now] of keys) {
      const schema = rewritten.schema.properties[name === key ? free : name]
      if (schema) result = changeNode(result, [...into, now], () => schema)
    }
  }
  return { form: result, keys: new Map(keys) }
}

/** Takes out what pasted nodes say with names that do not exist here. */
function withoutStrangeRules(form: FormDefinition, pasted: ReadonlySet<string>): FormDefinition {
  const names = fieldPaths(form)
  let result = form
  for (const node of walkNodes(form)) {
    const isPasted = node.path.some((_, index) => pasted.has(pathId(node.path.slice(0, index + 1))))
    if (!isPasted) continue
    const row = rowOf(node)
    const known = [
      ...names,
      ...[...names].flatMap((name) => (row && name.startsWith(`${row}.`) ? name.slice(row.length + 1) : [])),
    ]
    const strange = expressionsOf(node.schema).filter(({ text }) =>
      compile(text, { names: known }).issues.some((issue) => issue.code === 'UNKNOWN_NAME'),
    )
    if (strange.length === 0) continue
    const keys = new Set(strange.map(({ at }) => String(at[0])))
    result = changeNode(result, node.path, (schema) =>
      Object.fromEntries(Object.entries(schema).filter(([key]) => !keys.has(key))),
    )
  }
  return result
}

function dictionariesOf(form: FormDefinition, { dictionaries }: Fragment): Pick<FormDefinition, 'dictionaries'> {
  return dictionaries ? { dictionaries: { ...dictionaries, ...form.dictionaries } } : {}
}

function pasteCells(
  form: FormDefinition,
  fragment: Fragment,
  { cell }: PasteTarget,
  keys: ReadonlyMap<string, string>,
): FormDefinition | Refusing {
  const { cells } = fragment
  if (!cell || !cells || !form.paper) return form
  if (cell.col + cells.columns > form.paper.columns.length) return refuse('PASTE_TOO_WIDE')
  let paper: Paper = form.paper
  while (paper.rows.length < cell.row + cells.rows) {
    const longer = insertRow(paper, paper.rows.length)
    if (isRefused(longer)) return longer
    paper = longer
  }
  const area = { row: cell.row, col: cell.col, rowSpan: cells.rows, colSpan: cells.columns }
  const placed = cells.cells.map(
    ({ content: { text, field }, ...place }): GridCell => ({
      ...place,
      row: place.row + cell.row,
      col: place.col + cell.col,
      content: {
        ...(text !== undefined && { text }),
        ...(field !== undefined && keys.has(field) && { field: keys.get(field) }),
      },
    }),
  )
  const next = replaceArea(paper, area, placed)
  return isRefused(next) ? next : { ...form, paper: next }
}
