import { componentNamed } from '../../../components/components.ts'
import {
  cellAt,
  gridOf,
  insertRow,
  isRefused,
  refuse,
  replaceArea,
  setCell,
  singleCells,
} from '../../../paper/edit/index.ts'
import type { FieldSchema, FormDefinition, Paper } from '../../../schema/form-definition.ts'
import { LIMITS } from '../../../schema/limits.ts'
import { isObjectField, isSubTable } from '../../../schema/walk-fields.ts'
import type { FormEdit } from '../draft.ts'
import { keyFrom, takenKeys } from '../keys.ts'
import { changeChildren, type NodePath, nodeAt, schemaAt, walkNodes } from '../nodes.ts'
import type { Refusing } from '../refusal.ts'
import { newField } from './new-field.ts'

export interface NewField {
  /** Name of the component. */
  component: string
  title: string
  /** The root (`[]`), a section, sub-table or object. */
  into: NodePath
  /** Place among the children there; last when absent. */
  index?: number
  /** Where it stands on the paper: a cell, a row of its own below the table, or nowhere. */
  cell?: { row: number; col: number } | 'new-row'
}

/** Adds a field, column or section; its key comes from the title. */
export function addField(field: NewField): FormEdit {
  return (form) => {
    const component = componentNamed(field.component)
    const scope = scopeOf(form, field.into)
    if (!component || scope === undefined) return refuse('NOT_FOUND')
    if (!mayStandIn(form, field.into, newField(component, ''))) return refuse('COMPONENT_NOT_HERE')
    if ([...walkNodes(form)].length >= LIMITS.fields) return refuse('TOO_MANY_FIELDS')
    const key = keyFrom(field.title, takenKeys(form, scope))
    const added = insertNode(form, field.into, key, newField(component, field.title), field.index)
    if (component.name === 'Section' || field.cell === undefined) return added
    if (scope !== '') return refuse('COLUMN_ON_PAPER')
    const paper = onPaper(added.paper, key, field)
    return isRefused(paper) ? paper : { ...added, paper }
  }
}

/** Puts a node among the children of another. */
export function insertNode(
  form: FormDefinition,
  into: NodePath,
  key: string,
  schema: FieldSchema,
  index = Number.POSITIVE_INFINITY,
): FormDefinition {
  return changeChildren(form, into, (children) =>
    children.toSpliced(Math.min(index, children.length), 0, [key, schema]),
  )
}

/** The path of values below a node: '' for the root and sections at the top; `undefined` when nothing may stand there. */
export function scopeOf(form: FormDefinition, into: NodePath): string | undefined {
  if (into.length === 0) return ''
  const node = nodeAt(form, into)
  if (!node) return undefined
  if (node.schema.type === 'void') return node.scope
  return isSubTable(node.schema) || isObjectField(node.schema) ? node.valuePath : undefined
}

/** In a table stand single values: no table, no section, no box that the flow writes. */
export function mayStandIn(form: FormDefinition, into: NodePath, schema: FieldSchema): boolean {
  const holder = schemaAt(form, into)
  if (!holder || into.length >= LIMITS.fieldDepth - 1) return false
  const isNested = into.length > 0 && scopeOf(form, into) !== ''
  if (!isNested) return true
  return !isSubTable(schema) && schema.type !== 'void' && schema['x-component'] !== 'Opinion'
}

function onPaper(paper: Paper | undefined, key: string, { cell, title, component }: NewField): Paper | Refusing {
  if (!paper) return refuse('NO_PAPER')
  if (cell === 'new-row') return inNewRow(paper, key, component === 'Opinion' ? '' : title)
  if (!cell) return paper
  const there = cellAt(gridOf(paper), cell.row, cell.col)
  if (!there) return refuse('OUTSIDE')
  if (there.content.field !== undefined) return refuse('CELL_TAKEN', [there.content.field])
  return setCell(paper, cell.row, cell.col, { ...there.content, field: key })
}

/** A row at the end: the label in the first column, the field in the rest. */
export function inNewRow(paper: Paper, field: string, label: string): Paper | Refusing {
  const row = paper.rows.length
  const columns = paper.columns.length
  const wider = insertRow(paper, row)
  if (isRefused(wider)) return wider
  const area = { row, col: 0, rowSpan: 1, colSpan: columns }
  if (columns === 1 || label === '') {
    return replaceArea(wider, area, [{ ...area, content: label === '' ? { field } : { text: label, field } }])
  }
  return replaceArea(wider, area, [
    ...singleCells({ ...area, colSpan: 1 }, { text: label }),
    { ...area, col: 1, colSpan: columns - 1, content: { field } },
  ])
}
