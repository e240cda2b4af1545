import type { FieldSchema, FormDefinition, PaperCell } from '../schema/form-definition.ts'
import { LIMITS } from '../schema/limits.ts'
import { parseForm } from '../schema/parse-form.ts'
import { compactGrid } from './grid/compact-grid.ts'
import { inOrder } from './grid/grid.ts'
import { createFieldNames } from './guess/field-names.ts'
import { findSubTables } from './guess/find-sub-tables.ts'
import {
  clean,
  type FormCell,
  type FormGrid,
  isBlank,
  isText,
  type Neighbours,
  neighboursOf,
} from './guess/form-cell.ts'
import { type FieldGuess, guessField } from './guess/guess-field.ts'
import { joinDigitCells } from './guess/join-digit-cells.ts'
import { cleanLabel, isMarkedRequired, paperText, safeText } from './guess/label.ts'
import { labelOf } from './guess/label-of.ts'
import { notedChoices } from './guess/noted-choices.ts'
import { specialAsk } from './guess/special-cells.ts'
import { splitCells } from './guess/split-cells.ts'
import { sumGuess } from './guess/sum-guess.ts'
import type { ImportedForm, ImportGuess } from './import-guess.ts'
import type { OfficeDocument } from './read/office-document.ts'
import { refuse } from './read/refuse.ts'
import { uniteDocument } from './unite-document.ts'

const TALL = 20
const OWNER = /(专员|联系人|负责人|经办人|申请人|申报人|推荐人|代表人|法人|配偶|家长|导师|院校|单位|企业|银行)$/

/** The form of a document: asks of cells become fields, the rest of the grid the paper. @throws FormError `DOCUMENT_REFUSED` */
export function buildForm(document: OfficeDocument, key: string): ImportedForm {
  const united = uniteDocument(document)
  const grid = compactGrid(joinDigitCells(findSubTables(splitCells(united.grid))))
  if (grid.columns.length > LIMITS.paperColumns || grid.heights.length > LIMITS.paperRows) refuse('TOO_COMPLEX')
  const build = createBuild(grid, united.notes)
  const rows: PaperCell[][] = grid.heights.map(() => [])
  for (const cell of inOrder(grid.cells)) {
    const line = rows[cell.row]
    if (line) line.push({ ...paperCell(build, cell, line.length), ...spans(cell) })
  }
  if (build.report.length === 0) refuse('NO_TABLE')
  const title = safeText(united.title ?? '未命名表单')
  const breaks = grid.breaks.filter(
    (row) => !grid.cells.some((cell) => cell.row < row && cell.row + cell.rowSpan > row),
  )
  const form: FormDefinition = parseForm({
    key,
    title,
    schema: { type: 'object', properties: withRequired(build) },
    paper: {
      size: 'A4',
      ...(document.landscape ? { orientation: 'landscape' } : {}),
      ...(/正反面|双面/.test(united.text) ? { duplex: true } : {}),
      ...(united.caption ? { caption: safeText(united.caption) } : {}),
      title,
      columns: grid.columns,
      rows,
      heights: grid.heights,
      ...(breaks.length > 0 ? { breakBefore: [...new Set(breaks)].sort((a, b) => a - b) } : {}),
      notes: united.notes.map((note) => safeText(note).slice(0, LIMITS.textLength)),
    },
  })
  return { form, report: build.report }
}

function spans({ rowSpan, colSpan }: FormCell): PaperCell {
  return { ...(rowSpan > 1 ? { rowSpan } : {}), ...(colSpan > 1 ? { colSpan } : {}) }
}

interface Build {
  grid: FormGrid
  cells: Neighbours
  notes: string[]
  report: ImportGuess[]
  names: ReturnType<typeof createFieldNames>
  /** Fields and sections at the top of the form. */
  properties: Record<string, FieldSchema>
  /** Where the next field goes: the section of the last heading. */
  into: Record<string, FieldSchema>
  heading: string
  /** Label of the field before, and the row it stands in. */
  previous: { label: string; row: number }
  fields: Array<{ schema: FieldSchema; marked: boolean }>
}

function createBuild(grid: FormGrid, notes: string[]): Build {
  const properties: Record<string, FieldSchema> = {}
  return {
    grid,
    cells: neighboursOf(grid),
    notes,
    report: [],
    names: createFieldNames(),
    properties,
    into: properties,
    heading: '',
    previous: { label: '', row: -1 },
    fields: [],
  }
}

function paperCell(build: Build, cell: FormCell, index: number): PaperCell {
  const { cells } = build
  if (cell.hole) return {}
  const ask = cell.ask ?? (isBlank(cell) && !cell.options && !cell.date ? undefined : specialAsk(cells, cell))
  if (ask) {
    const found = ask.label === '' ? labelOf(cells, cell) : undefined
    const label = ask.label || found?.text || cell.alias || ''
    const guess =
      (ask.sumOf ? sumGuess(build.properties, ask.sumOf) : ask.guess) ?? guessField(cleanLabel(label), false)
    const field = addField(build, { cell, index, label, guess, contexts: found?.contexts ?? [] })
    const text = ask.text === undefined ? undefined : ask.text === '' ? '' : paperText(ask.text)
    return { ...(text === undefined ? {} : { text }), field, ...(ask.columns ? { columns: ask.columns } : {}) }
  }
  if (!isBlank(cell)) {
    const text = paperText(cell.text, cell.vertical)
    if (isHeading(build.grid, cell)) openSection(build, text)
    return text === '' ? {} : { text }
  }
  const found = labelOf(cells, cell)
  const label = found?.text ?? cell.alias
  if (label === undefined || isTaken(build, found?.cell, cell)) return {}
  const tall = cell.rowSpan > 1 || (build.grid.heights[cell.row] ?? 0) > TALL
  const guess = guessField(cleanLabel(label), tall)
  const field = addField(build, { cell, index, label, guess, contexts: found?.contexts ?? [] })
  return guess.schema['x-component'] === 'Opinion' ? { text: '', field } : { field }
}

/** A label names the cell at its right, not a second one behind it. */
function isTaken({ cells }: Build, label: FormCell | undefined, cell: FormCell): boolean {
  return label !== undefined && label.row === cell.row && cells.right(label) !== cell && cells.left(cell) !== label
}

/** Words across the whole table are the heading of what follows. */
function isHeading(grid: FormGrid, cell: FormCell): boolean {
  const text = clean(cell.text)
  return (
    isText(cell) &&
    cell.colSpan === grid.columns.length &&
    cell.row < grid.heights.length - 1 &&
    text.length <= 30 &&
    !/[。；]$/.test(text)
  )
}

function openSection(build: Build, text: string): void {
  const heading = cleanLabel(text)
  const names = Object.keys(build.properties)
  const { key } = createSectionName(heading, names)
  build.heading = heading
  const section: FieldSchema = { type: 'void', title: heading, 'x-component': 'Section', properties: {} }
  build.properties[key] = section
  build.into = section.properties ?? {}
}

function createSectionName(heading: string, taken: string[]): { key: string } {
  const names = createFieldNames()
  for (const name of taken) names.take(name, [])
  return names.take(heading, [])
}

/** Whose it is: the end of a label that names a person or a body. */
function ownerOf(label: string): string {
  return OWNER.exec(label)?.[1] ?? label
}

interface NewField {
  cell: FormCell
  index: number
  label: string
  guess: FieldGuess
  contexts: string[]
}

function addField(build: Build, { cell, index, label, guess, contexts }: NewField): string {
  const plain = safeText(cleanLabel(label)).slice(0, 60)
  const before = build.previous.row === cell.row ? [ownerOf(build.previous.label)] : []
  const { key, title } = build.names.take(plain, [...contexts, ...before, build.heading])
  const listed = guess.schema['x-component'] === 'Input' ? notedChoices(plain, build.notes) : undefined
  const found: FieldGuess = listed
    ? {
        schema: { type: 'string', enum: listed, 'x-component': 'Select' },
        confidence: 0.9,
        why: '备注里列出了可填的内容',
      }
    : guess
  const schema: FieldSchema = { ...found.schema, title }
  const marked = isMarkedRequired(label) || isMarkedRequired(cell.text)
  build.into[key] = schema
  build.fields.push({ schema, marked })
  build.report.push({
    path: key,
    label: plain,
    cell: { row: cell.row, index },
    place: cell.place,
    guess: found.schema['x-component'] ?? 'Input',
    ...detailsOf(found.schema),
    required: marked,
    confidence: found.confidence,
    why: found.why,
  })
  build.previous = { label: plain, row: cell.row }
  return key
}

function detailsOf(schema: FieldSchema): Pick<ImportGuess, 'format' | 'dictionary' | 'sensitivity'> {
  const { 'x-format': format, 'x-dictionary': dictionary, 'x-sensitivity': sensitivity } = schema
  return {
    ...(format ? { format } : {}),
    ...(dictionary ? { dictionary } : {}),
    ...(sensitivity ? { sensitivity } : {}),
  }
}

const OPTIONAL = /备注|选填|如有|可不填|其他/
const NEVER = new Set(['Opinion', 'SubTable', 'Attachments'])

/** Where the paper marks some labels as required, those are; else all but remarks, lists and what the flow writes. */
function withRequired(build: Build): Record<string, FieldSchema> {
  const some = build.fields.some(({ marked }) => marked)
  for (const [index, { schema, marked }] of build.fields.entries()) {
    const likely =
      !OPTIONAL.test(schema.title ?? '') && !NEVER.has(schema['x-component'] ?? '') && schema['x-value'] === undefined
    const required = some ? marked : likely
    if (required && schema['x-component'] !== 'Opinion') schema.required = true
    const entry = build.report[index]
    if (entry) entry.required = schema.required === true
  }
  for (const [key, section] of Object.entries(build.properties)) {
    if (section.type === 'void' && Object.keys(section.properties ?? {}).length === 0) delete build.properties[key]
  }
  return build.properties
}
