import { type Area, around, cellAt, closedArea, gridOf, placeOfField } from '../../paper/edit/index.ts'
import type { FormDefinition } from '../../schema/form-definition.ts'
import { type NodePath, nodeAt, nodeOfValue } from '../document/nodes.ts'

/** What is being edited: cells of the paper, a field, or both when the field stands in the cell. */
export interface Selection {
  node?: NodePath
  /** Where the selection of cells began. */
  cell?: { row: number; col: number }
  /** Where it ends; the same cell when only one is selected. */
  extent?: { row: number; col: number }
}

/** The whole cells that are selected. */
export function selectedArea({ paper }: FormDefinition, { cell, extent = cell }: Selection): Area | undefined {
  if (!paper || !cell || !extent) return undefined
  const grid = gridOf(paper)
  const [from, to] = [cellAt(grid, cell.row, cell.col), cellAt(grid, extent.row, extent.col)]
  return from && to && closedArea(grid, areaOf(around(from, to)))
}

/** A cell, with the field in it. */
export function selectCell(form: FormDefinition, row: number, col: number): Selection {
  const cell = form.paper && cellAt(gridOf(form.paper), row, col)
  if (!cell) return {}
  const node = cell.content.field === undefined ? undefined : nodeOfValue(form, cell.content.field)
  return { cell: { row: cell.row, col: cell.col }, ...(node && { node: node.path }) }
}

/** A field, with the cell it stands in. */
export function selectNode(form: FormDefinition, path: NodePath): Selection {
  const node = nodeAt(form, path)
  if (!node) return {}
  const place = node.valuePath === undefined ? undefined : placeOfField(form.paper, node.valuePath)
  return { node: path, ...(place && { cell: { row: place.row, col: place.col } }) }
}

/** What is left of a selection after the form has changed. */
export function keptSelection(form: FormDefinition, selection: Selection): Selection {
  if (selection.cell) {
    const kept = selectCell(form, selection.cell.row, selection.cell.col)
    if (kept.cell) return { ...kept, ...(selection.extent && kept.cell && { extent: selection.extent }) }
  }
  return selection.node ? selectNode(form, selection.node) : {}
}

/** The cell beside the selection's end, in a direction; `undefined` at the edge of the table. */
export function neighbour(
  form: FormDefinition,
  from: { row: number; col: number },
  direction: Direction,
): { row: number; col: number } | undefined {
  if (!form.paper) return undefined
  const grid = gridOf(form.paper)
  const cell = cellAt(grid, from.row, from.col)
  if (!cell) return undefined
  const next = {
    ArrowUp: { row: cell.row - 1, col: from.col },
    ArrowDown: { row: cell.row + cell.rowSpan, col: from.col },
    ArrowLeft: { row: from.row, col: cell.col - 1 },
    ArrowRight: { row: from.row, col: cell.col + cell.colSpan },
  }[direction]
  const found = cellAt(grid, next.row, next.col)
  return found && { row: found.row, col: found.col }
}

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

export function isDirection(key: string): key is Direction {
  return key === 'ArrowUp' || key === 'ArrowDown' || key === 'ArrowLeft' || key === 'ArrowRight'
}

function areaOf({ row, col, rowSpan, colSpan }: Area): Area {
  return { row, col, rowSpan, colSpan }
}
