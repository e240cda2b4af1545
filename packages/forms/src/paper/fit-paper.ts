import { componentOf } from '../components/components.ts'
import { isResumeLine } from '../components/resume.ts'
import type { FieldSchema, FormDefinition, Paper } from '../schema/form-definition.ts'
import { fieldAt } from '../schema/walk-fields.ts'
import { displayValue } from '../values/display-value.ts'
import { labelLines } from './label-lines.ts'
import { layout, type PlacedCell, paperPages } from './layout.ts'
import { opinionsOf, opinionText } from './opinion-html.ts'
import { lineCount, textWidth } from './text-width.ts'

/** Printable area of A4 with the margins of Word's normal page (25.4 mm), in millimetres. */
const PAGE = { portrait: { width: 159.2, height: 246.2 }, landscape: { width: 246.2, height: 159.2 } } as const
/** Letters of values, 10.5 pt, in millimetres. */
const FONT = 3.704
/** Letters of labels and fixed text, 12 pt. */
const LABEL = 4.233
const DEFAULT_HEIGHT = 10
/** The foot of a filled 意见栏: as high as its seal. */
const SEAL_HEIGHT = 29
/** A signature with the date below, and each line of the signer's name between them. */
const SIGNATURE_HEIGHT = 18
const SIGNER_LINE = 5
/** What renders a little larger than estimated must still fit. */
const RESERVE = 4
/** Sizes of prose, 10.5 pt to 7.5 pt (五号 to 六号), each with its line height. */
const SIZES = [
  { scale: 1, lineHeight: 1.6 },
  { scale: 0.952, lineHeight: 1.55 },
  { scale: 0.905, lineHeight: 1.5 },
  { scale: 0.857, lineHeight: 1.45 },
  { scale: 0.81, lineHeight: 1.42 },
  { scale: 0.762, lineHeight: 1.4 },
  { scale: 0.714, lineHeight: 1.38 },
] as const
type Size = (typeof SIZES)[number]

/** How a form is set so that its content keeps to its pages. */
export interface PaperFit {
  /** Size of the letters of prose, 1 is 10.5 pt. */
  scale: number
  lineHeight: number
  /** Whether the forced page breaks stand; without them the rows flow on. */
  breaks: boolean
  /** Minimum heights of the rows in millimetres. */
  heights: number[]
}

/**
 * Chooses letters and row heights by estimating the lines of every cell: first the tall empty rows give way, then the letters
 * become smaller down to 7.5 pt, then the forced breaks fall and rows flow over the pages the paper has.
 *
 * @param reserve millimetres of every page that stay free, since who renders may set a line more than estimated
 */
export function fitPaper(
  form: FormDefinition,
  paper: Paper,
  values: Record<string, unknown>,
  reserve = RESERVE,
): PaperFit {
  const { cells } = layout(paper)
  const pages = paperPages(paper)
  const { width, height } = PAGE[paper.orientation ?? 'portrait']
  const total = paper.columns.reduce((sum, column) => sum + column, 0)
  const least = paper.rows.map((_, row) => paper.heights?.[row] ?? DEFAULT_HEIGHT)
  const tried = SIZES.map((size) => {
    const needs = paper.rows.map(() => 0)
    for (const cell of cells) {
      if (cell.rowSpan > 1) continue
      const share =
        paper.columns.slice(cell.col, cell.col + cell.colSpan).reduce((sum, column) => sum + column, 0) / total
      needs[cell.row] = Math.max(needs[cell.row] ?? 0, cellHeight(form, cell, values, share * width - 1, size))
    }
    return { size, needs }
  })
  const room = pages.map(
    (_, page) =>
      height - reserve - (page === 0 ? headHeight(paper) : 0) - (page === pages.length - 1 ? notesHeight(paper) : 0),
  )
  const used = (rows: number[], needs: number[]) => rows.reduce((sum, row) => sum + (needs[row] ?? 0), 0)
  const kept = tried.find(({ needs }) => pages.every((rows, page) => used(rows, needs) <= (room[page] ?? 0)))
  const flowing = tried.find(({ needs }) => used([...needs.keys()], needs) <= room.reduce((sum, part) => sum + part, 0))
  const chosen = kept ?? flowing ?? tried.at(-1)
  const breaks = chosen === kept && kept !== undefined
  if (!chosen) return { ...SIZES[0], breaks: true, heights: least }
  if (!breaks) return { ...chosen.size, breaks: false, heights: chosen.needs.map(() => 0) }
  const heights = pages.flatMap((rows, page) => spread(rows, chosen.needs, least, room[page] ?? 0))
  return { ...chosen.size, breaks, heights }
}

/** Gives rows their minimum heights, less where the page has not the room: tall rows give first. */
function spread(rows: number[], needs: number[], least: number[], room: number): number[] {
  const wanted = rows.map((row) => Math.max(needs[row] ?? 0, least[row] ?? 0))
  const over = wanted.reduce((sum, height) => sum + height, 0) - room
  const slack = rows.map((row, index) => (wanted[index] ?? 0) - (needs[row] ?? 0))
  const available = slack.reduce((sum, height) => sum + height, 0)
  if (over <= 0 || available <= 0) return rows.map((row) => least[row] ?? DEFAULT_HEIGHT)
  const share = Math.min(1, over / available)
  return rows.map((_, index) => (wanted[index] ?? 0) - (slack[index] ?? 0) * share)
}

function headHeight(paper: Paper): number {
  return (paper.caption ? 7.4 : 0) + 13.3
}

function notesHeight(paper: Paper): number {
  return (paper.notes?.length ?? 0) * 5.2 + 2
}

function cellHeight(
  form: FormDefinition,
  { cell }: PlacedCell,
  values: Record<string, unknown>,
  width: number,
  { scale, lineHeight }: Size,
): number {
  const place = cell.field === undefined ? undefined : fieldAt(form, cell.field)
  if (!place) {
    const lines = labelLines(cell.text ?? '').lines.map((line) => lineCount(line, (width + 0.4) / LABEL))
    return lines.reduce((sum, count) => sum + count, 0) * LABEL * 1.42 + 0.4
  }
  const value = values[place.path]
  const font = FONT * scale
  switch (componentOf(place.schema).print) {
    case 'opinion':
      return opinionHeight(value, width)
    case 'signature':
      return (cell.text?.split('\n').length ?? 1) * LABEL * 1.6 + 4.9
    case 'picture':
      return 0
    case 'prose':
    case 'lines':
      return proseLines(place.schema, value, form, (width - FONT * 1.8) / font) * font * lineHeight + FONT * 1.4
    default:
      return (
        lineCount(displayValue(place.schema, value, form), (width - FONT * 0.8) / (FONT * 0.933)) * FONT * 1.5 + 1.5
      )
  }
}

function opinionHeight(value: unknown, width: number): number {
  const opinions = opinionsOf(value)
  if (opinions.length === 0) return 38
  const lines = opinions.reduce((sum, opinion) => sum + lineCount(opinionText(opinion), width / FONT - 2), 0)
  const feet = opinions.map(({ signer }) => SIGNATURE_HEIGHT + lineCount(signer.name, 4.4) * SIGNER_LINE)
  return Math.max(38, 9 + lines * FONT * 1.6 + Math.max(SEAL_HEIGHT, ...feet))
}

function proseLines(schema: FieldSchema, value: unknown, form: FormDefinition, perLine: number): number {
  if (componentOf(schema).name === 'Resume') {
    const lines = (Array.isArray(value) ? value : []).filter(isResumeLine)
    return lines.reduce((sum, line) => sum + lineCount(line.text, perLine - 8.8), 0)
  }
  const paragraphs = displayValue(schema, value, form).split('\n')
  return paragraphs.reduce((sum, text) => sum + (textWidth(text) === 0 ? 0 : lineCount(text, perLine, 2)), 0)
}
