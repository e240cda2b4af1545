import type { Grid, Placed } from '../grid/grid.ts'

/** Where something stands in the file, counted from 1 as people count; table 0 is the text outside tables. */
export interface DocumentPlace {
  table: number
  row: number
  column: number
}

/** Characters of a cell or paragraph that are read; no label and no hint is as long. */
export const MOST_TEXT = 4_000

/** Between the texts of two cells of a sheet that make one line; no file can have it in its text. */
export const CELL_EDGE = '\u001f'

/** A paragraph outside the tables. */
export interface OfficeLine {
  kind: 'line'
  text: string
  /** Size of its letters in half points; 0 where the file does not say. */
  size: number
  centered: boolean
  /** Whether it begins a new page. */
  pageBreak: boolean
}

/** One cell of a table, as Word or Excel has it. */
export interface OfficeCell extends Placed {
  /** Paragraphs joined by `\n`; every kind of tick box is `□`, an underlined blank is `____`. */
  text: string
  /** Written from top to bottom. */
  vertical: boolean
  place: DocumentPlace
  /** Choices of a drop-down list that stands in the cell. */
  options?: string[]
  /** Title of a content control that stands in the cell. */
  alias?: string
  /** Whether a content control in it takes a date. */
  date?: boolean
  /** No cell of the file: what a shorter row leaves open. */
  hole?: boolean
  nested: OfficeTable[]
}

export interface OfficeTable extends Grid<OfficeCell> {
  kind: 'table'
}

/** What an office file says, whoever wrote it. */
export interface OfficeDocument {
  blocks: Array<OfficeLine | OfficeTable>
  landscape: boolean
}
