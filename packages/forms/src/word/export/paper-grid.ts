import { layout } from '../../paper/layout.ts'
import { hasTotals, totalTexts } from '../../rows/column-totals.ts'
import { tableColumns } from '../../rows/table-columns.ts'
import type { FieldSchema, Paper } from '../../schema/form-definition.ts'
import { isRecord } from '../../schema/is-record.ts'
import { fieldAt } from '../../schema/walk-fields.ts'
import { displayValue } from '../../values/display-value.ts'
import { expandCell } from '../grid/expand-cell.ts'
import type { Grid, Placed } from '../grid/grid.ts'
import { cellBlocks } from './cell-blocks.ts'
import type { CellWriter } from './cell-writer.ts'
import { paragraph } from './word-xml.ts'

export interface WordCell extends Placed {
  /** Paragraphs. */
  blocks: string
  /** Whether they begin at the top of the cell. */
  top: boolean
}

const ROW_HEIGHT = 8

/** The grid of a paper with what each cell says; sub-tables are rows of their own, as they are on paper. */
export function paperGrid(writer: CellWriter, paper: Paper, heights: readonly number[]): Grid<WordCell> {
  let grid: Grid<WordCell> = {
    columns: paper.columns,
    heights: [...heights],
    cells: [],
    breaks: paper.breakBefore ?? [],
  }
  const tables: Array<{ at: WordCell; inner: Grid<WordCell> }> = []
  for (const { cell, row, col, rowSpan, colSpan } of layout(paper).cells) {
    const place = cell.field === undefined ? undefined : fieldAt(writer.form, cell.field)
    const table = place?.schema['x-component'] === 'SubTable' ? place : undefined
    const content = table ? { blocks: '', top: false } : cellBlocks(writer, cell)
    const placed: WordCell = { row, col, rowSpan, colSpan, ...content }
    grid.cells.push(placed)
    if (table)
      tables.push({ at: placed, inner: tableGrid(writer, table.schema, writer.values[table.path], cell.columns) })
  }
  // From the last up, so that the places of those before stay as they are.
  for (const { at, inner } of tables.reverse()) {
    const current = grid.cells.find(({ row, col }) => row === at.row && col === at.col)
    if (current) grid = expandCell(grid, current, inner)
  }
  return grid
}

function tableGrid(
  writer: CellWriter,
  schema: FieldSchema,
  value: unknown,
  widths: number[] | undefined,
): Grid<WordCell> {
  const { form, label, value: style } = writer
  const columns = tableColumns(schema)
  const rows = (Array.isArray(value) ? value : []).filter(isRecord)
  const least = Number(schema['x-component-props']?.minRows ?? 0)
  const texts = [
    columns.map(({ title }) => paragraph(title, { ...label, align: 'center' })),
    ...rows.map((row) =>
      columns.map((column) =>
        paragraph(displayValue(column.schema, row[column.key], form), { ...style, align: 'center' }),
      ),
    ),
    ...Array.from({ length: Math.max(0, least - rows.length) }, () => columns.map(() => paragraph('', style))),
    ...(hasTotals(schema) ? [totalLine(writer, totalTexts(columns, rows, form))] : []),
  ]
  return {
    columns: widths?.length === columns.length ? widths : columns.map(() => 1),
    heights: texts.map(() => ROW_HEIGHT),
    cells: texts.flatMap((line, row) =>
      line.map((blocks, col) => ({ row, col, rowSpan: 1, colSpan: 1, blocks, top: false })),
    ),
    breaks: [],
  }
}

function totalLine({ label, value }: CellWriter, [first = '', ...others]: readonly string[]): string[] {
  const head = first === '' ? paragraph('合计', { ...label, align: 'center' }) : paragraph(first, centred(value))
  return [head, ...others.map((text) => paragraph(text, centred(value)))]
}

function centred(style: CellWriter['value']) {
  return { ...style, align: 'center' as const }
}
