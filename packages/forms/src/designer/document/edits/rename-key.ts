import type { AccessMap } from '../../../access/access.ts'
import { expressionText } from '../../../feel/index.ts'
import { gridOf, refuse, rowsOf } from '../../../paper/edit/index.ts'
import type { FormDefinition } from '../../../schema/form-definition.ts'
import type { Edit } from '../draft.ts'
import { fieldPaths, pathsRead, rewriteExpressions } from '../expressions.ts'
import { isUsableKey, takenKeys } from '../keys.ts'
import { changeChildren, type NodePath, nodeAt, walkNodes } from '../nodes.ts'
import type { Reference } from '../references.ts'

/** Gives a field, column or section another key, and rewrites every rule, cell and access that names it. */
export function renameKey(path: NodePath, key: string): Edit {
  return (draft) => {
    const node = nodeAt(draft.form, path)
    if (!node) return refuse('NOT_FOUND')
    if (key === node.key) return draft
    if (!isUsableKey(key)) return refuse('KEY_INVALID', [key])
    if (takenKeys(draft.form, node.scope).has(key)) return refuse('KEY_TAKEN', [key])
    const form = renameNode(draft.form, path, key)
    const from = node.valuePath
    if (from === undefined) return { ...draft, form }
    const to = node.scope === '' ? key : `${node.scope}.${key}`
    if (!readsTheSame(draft.form, form, from, to)) return refuse('KEY_TAKEN', [key])
    const steps = draft.steps.map((step) => ({ ...step, access: renameAccess(step.access, from, to) }))
    return { form, steps: draft.steps.length > 0 ? steps : draft.steps }
  }
}

/** Whether every rule still reads the fields it read: a column of the new name may have come between. */
function readsTheSame(before: FormDefinition, after: FormDefinition, from: string, to: string): boolean {
  const reads = (form: FormDefinition) => {
    const fields = fieldPaths(form)
    return [...walkNodes(form)].map((node) => pathsRead(node, fields))
  }
  const meant = reads(before).map((paths) => paths.map((path) => renamePath(path, from, to)))
  return JSON.stringify(meant) === JSON.stringify(reads(after))
}

/** The form alone with a key renamed; the key is free and FEEL reads it. */
export function renameNode(form: FormDefinition, path: NodePath, key: string): FormDefinition {
  const node = nodeAt(form, path)
  if (!node) return form
  const from = node.valuePath
  const rewritten =
    from === undefined
      ? form
      : rewriteExpressions(form, {
          expression: (text, references) => renameIn(text, references, from, key),
          dependency: (one) => renamePath(one, from, node.scope === '' ? key : `${node.scope}.${key}`),
        })
  const renamed = changeChildren(rewritten, path.slice(0, -1), (children) =>
    children.map(([name, schema]) => [name === node.key ? key : name, schema]),
  )
  return from === undefined ? renamed : onPaper(renamed, from, node.scope === '' ? key : `${node.scope}.${key}`)
}

/** An expression with the names that denote one field replaced. */
export function renameIn(text: string, references: readonly Reference[], path: string, key: string): string {
  const meant = references.filter((reference) => reference.path === path)
  if (meant.length === 0) return text
  const feel = meant.reduceRight((now, { from, to }) => now.slice(0, from) + key + now.slice(to), expressionText(text))
  return `{{ ${feel} }}`
}

function renamePath(path: string, from: string, to: string): string {
  if (path === from) return to
  return path.startsWith(`${from}.`) ? to + path.slice(from.length) : path
}

function onPaper(form: FormDefinition, from: string, to: string): FormDefinition {
  const { paper } = form
  const names = paper?.rows.flat().flatMap((cell) => cell.field ?? []) ?? []
  if (!paper || !names.some((name) => renamePath(name, from, to) !== name)) return form
  const grid = gridOf(paper)
  const cells = grid.cells.map((cell) => {
    const { field } = cell.content
    return field === undefined ? cell : { ...cell, content: { ...cell.content, field: renamePath(field, from, to) } }
  })
  return { ...form, paper: { ...paper, rows: rowsOf({ ...grid, cells }) } }
}

function renameAccess(access: AccessMap, from: string, to: string): AccessMap {
  return Object.fromEntries(Object.entries(access).map(([path, may]) => [renamePath(path, from, to), may]))
}
