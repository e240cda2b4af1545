import type { FormDefinition, FormValues } from '../schema/form-definition.ts'
import { readText } from './read-text.ts'
import type { TableColumn } from './table-columns.ts'

/** A column of the table on the screen. */
export interface PasteColumn extends TableColumn {
  /** Whether this step may write it. */
  isWritable: boolean
}

/** A pasted cell that stayed out. */
export interface Misfit {
  /** Row of the table, from 1. */
  row: number
  column: string
  text: string
  why: string
}

export interface PastedRows {
  rows: FormValues[]
  /** Cells that were written. */
  cells: number
  /** First and last row written, from 1. */
  span: readonly [first: number, last: number]
  misfits: Misfit[]
  /** What stayed out as a whole, in sentences. */
  notes: string[]
}

export interface PasteTarget {
  rows: readonly FormValues[]
  /** Where the first cell goes. */
  at: { row: number; column: number }
  columns: readonly PasteColumn[]
  form: FormDefinition
  /** `undefined` where rows may not be added. */
  maxRows: number | undefined
}

/**
 * The rows of a sub-table with the cells of a spreadsheet laid over them, and what did not fit. A first line of nothing but heads
 * of the table says which column is which; it is not a row.
 */
export function pasteRows(cells: readonly (readonly string[])[], target: PasteTarget): PastedRows {
  const { columns, at } = target
  const heads = headsOf(cells[0] ?? [], columns)
  const lines = heads ? cells.slice(1) : cells
  const places = heads ?? columns.slice(at.column)
  const room = Math.max(0, (target.maxRows ?? target.rows.length) - at.row)
  const pasted: PastedRows = {
    rows: [...target.rows],
    cells: 0,
    span: [at.row + 1, at.row + Math.min(lines.length, room)],
    misfits: [],
    notes: notesOf(target, places, lines, room),
  }
  for (const [offset, line] of lines.slice(0, room).entries()) pasteLine(pasted, target, places, line, at.row + offset)
  return pasted
}

function pasteLine(
  pasted: PastedRows,
  { form }: PasteTarget,
  places: ReadonlyArray<PasteColumn | undefined>,
  line: readonly string[],
  index: number,
): void {
  const row: FormValues = { ...pasted.rows[index] }
  for (const [place, text] of line.entries()) {
    const column = places[place]
    if (!column?.isWritable) continue
    const read = readText(text, column.schema, form)
    if ('fault' in read) pasted.misfits.push({ row: index + 1, column: column.title, text, why: read.fault })
    else {
      if (read.value === undefined) delete row[column.key]
      else row[column.key] = read.value
      pasted.cells += 1
    }
  }
  pasted.rows[index] = row
}

/** The columns that the heads of the pasted table name; `undefined` when its first line is no line of heads. */
function headsOf(line: readonly string[], columns: readonly PasteColumn[]): Array<PasteColumn | undefined> | undefined {
  const named = line.map((head) => columns.find(({ title }) => comparable(title) === comparable(head)))
  const found = named.filter((column) => column !== undefined)
  const isHead = found.length >= Math.min(2, columns.length) && new Set(found).size === found.length
  return isHead && found.length * 2 >= line.filter((head) => head.trim() !== '').length ? named : undefined
}

function notesOf(
  { columns, maxRows }: PasteTarget,
  places: ReadonlyArray<PasteColumn | undefined>,
  lines: readonly (readonly string[])[],
  room: number,
): string[] {
  const notes: string[] = []
  const isFilled = (index: number) => lines.some((line) => (line[index] ?? '').trim() !== '')
  const filled = Array.from({ length: Math.max(0, ...lines.map((line) => line.length)) }, (_, index) => index).filter(
    isFilled,
  )
  const outside = filled.filter((index) => places[index] === undefined)
  if (outside.length > 0) notes.push(`有 ${outside.length} 列在表里没有位置，没有贴入`)
  const closed = filled.flatMap((index) => (places[index]?.isWritable === false ? [`「${places[index]?.title}」`] : []))
  if (closed.length > 0) notes.push(`${closed.join('')}在这一步不能填，没有贴入`)
  if (columns.length > 0 && lines.length > room) {
    const why = maxRows === undefined ? '这一步不能添行' : `最多 ${maxRows} 行`
    notes.push(`${why}，后面的 ${lines.length - room} 行没有贴入`)
  }
  return notes
}

function comparable(text: string): string {
  return text.normalize('NFKC').replace(/[\s*＊:：]/g, '')
}
