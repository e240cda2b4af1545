import type { Paper, PaperCell } from '../../schema/form-definition.ts'
import { layout } from '../layout.ts'

/** A rectangle of the grid, in rows and columns from 0. */
export interface Area {
  row: number
  col: number
  rowSpan: number
  colSpan: number
}

/** What stands in a cell. */
export type CellContent = Pick<PaperCell, 'text' | 'field'>

/** A cell by its place. */
export interface GridCell extends Area {
  content: CellContent
}

/** The table of a paper taken apart: cells that cover it without holes and without overlap. */
export interface Grid {
  rows: number
  columns: number
  cells: GridCell[]
}

/** The grid of a paper. What overlaps or lies outside is left out, holes become empty cells: the result is always a full cover. */
export function gridOf(paper: Pick<Paper, 'columns' | 'rows'>): Grid {
  const { columns, rows, cells, faults } = layout(paper)
  const placed: GridCell[] = cells.map(({ cell, row, col, rowSpan, colSpan }) => ({
    row,
    col,
    rowSpan,
    colSpan,
    content: contentOf(cell),
  }))
  for (const fault of faults) {
    if (fault.kind === 'hole') placed.push({ row: fault.row, col: fault.col, rowSpan: 1, colSpan: 1, content: {} })
  }
  return { rows, columns, cells: inReadingOrder(placed) }
}

/** The rows of a paper that has these cells. */
export function rowsOf(grid: Grid): PaperCell[][] {
  const rows: PaperCell[][] = Array.from({ length: grid.rows }, () => [])
  for (const { row, rowSpan, colSpan, content } of inReadingOrder(grid.cells)) {
    rows[row]?.push({ ...content, ...(rowSpan > 1 && { rowSpan }), ...(colSpan > 1 && { colSpan }) })
  }
  return rows
}

/** The cell that covers a place, or `undefined` outside the table. */
export function cellAt(grid: Grid, row: number, col: number): GridCell | undefined {
  return grid.cells.find((cell) => covers(cell, { row, col, rowSpan: 1, colSpan: 1 }))
}

/** The cells that have a part in an area. */
export function cellsIn(grid: Grid, area: Area): GridCell[] {
  return grid.cells.filter((cell) => overlaps(cell, area))
}

export function covers(outer: Area, inner: Area): boolean {
  return (
    inner.row >= outer.row &&
    inner.col >= outer.col &&
    inner.row + inner.rowSpan <= outer.row + outer.rowSpan &&
    inner.col + inner.colSpan <= outer.col + outer.colSpan
  )
}

export function overlaps(a: Area, b: Area): boolean {
  return (
    a.row < b.row + b.rowSpan && b.row < a.row + a.rowSpan && a.col < b.col + b.colSpan && b.col < a.col + a.colSpan
  )
}

export function isBlank({ text, field }: CellContent): boolean {
  return field === undefined && (text ?? '') === ''
}

/** Rows become columns, so that what is said of rows holds for columns. */
export function transposed(grid: Grid): Grid {
  const cells = grid.cells.map((cell) => ({
    ...cell,
    row: cell.col,
    col: cell.row,
    rowSpan: cell.colSpan,
    colSpan: cell.rowSpan,
  }))
  return { rows: grid.columns, columns: grid.rows, cells: inReadingOrder(cells) }
}

function contentOf({ text, field }: PaperCell): CellContent {
  return { ...(text !== undefined && { text }), ...(field !== undefined && { field }) }
}

function inReadingOrder(cells: readonly GridCell[]): GridCell[] {
  return [...cells].sort((a, b) => a.row - b.row || a.col - b.col)
}
