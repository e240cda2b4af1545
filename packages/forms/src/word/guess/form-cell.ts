import { type Grid, occupancy } from '../grid/grid.ts'
import type { OfficeCell } from '../read/office-document.ts'
import type { FieldGuess } from './guess-field.ts'

/** What a cell asks for. */
export interface Ask {
  /** '' takes the label of the cell beside or above. */
  label: string
  /** Without it the label decides. */
  guess?: FieldGuess
  /** What stands on the paper before the field; '' says that the label has a cell of its own. */
  text?: string
  /** The column of the sub-table before whose sum it is. */
  sumOf?: string
  /** Widths of the columns of a sub-table. */
  columns?: number[]
}

export interface FormCell extends OfficeCell {
  ask?: Ask
}

export type FormGrid = Grid<FormCell>

/** Text without any blank. */
export function clean(text: string): string {
  return text.replace(/[\s\u3000]+/g, '')
}

/** Whether a cell is there to be filled in. */
export function isBlank(cell: FormCell | undefined): boolean {
  return cell !== undefined && !cell.hole && !cell.ask && clean(cell.text).replace(/_/g, '') === ''
}

/** Whether a cell says something and asks for nothing. */
export function isText(cell: FormCell | undefined): cell is FormCell {
  return cell !== undefined && !cell.ask && clean(cell.text).replace(/_/g, '') !== ''
}

/** The neighbours of the cells of a grid. */
export interface Neighbours {
  at(row: number, col: number): FormCell | undefined
  left(cell: FormCell): FormCell | undefined
  right(cell: FormCell): FormCell | undefined
  above(cell: FormCell): FormCell | undefined
  below(cell: FormCell): FormCell | undefined
}

export function neighboursOf(grid: FormGrid): Neighbours {
  const places = occupancy(grid)
  const at = (row: number, col: number) => places[row]?.[col]
  return {
    at,
    left: (cell) => at(cell.row, cell.col - 1),
    right: (cell) => at(cell.row, cell.col + cell.colSpan),
    above: (cell) => at(cell.row - 1, cell.col),
    below: (cell) => at(cell.row + cell.rowSpan, cell.col),
  }
}
