import type { FieldSchema, FormDefinition, PaperCell } from '../schema/form-definition.ts'
import { parseForm } from '../schema/parse-form.ts'
import { type FieldGuess, guessField } from './guess-field.ts'
import { readDocx, type WordCell } from './read-docx.ts'

/** One guess of the import, to be confirmed by the administrator. */
export interface ImportGuess {
  /** The field's path. */
  path: string
  label: string
  /** Its cell: row and place in the row, from 0. */
  cell: { row: number; index: number }
  /** The component guessed. */
  guess: string
  /** 0 to 1. */
  confidence: number
  why: string
}

/**
 * A form with its paper from the table of a .docx. Labels become titles and keys; types, formats, dictionaries and sensitivity are
 * guessed from the labels, □ choices, 签字, 盖章 and 意见.
 *
 * @param options.name the file's name; without it the key is `imported`
 * @throws FormError `DOCUMENT_REFUSED` for .doc, broken, encrypted, oversized or macro files and files without a table
 */
export async function importDocx(
  bytes: Uint8Array,
  options: { name?: string } = {},
): Promise<{ form: FormDefinition; report: ImportGuess[] }> {
  const table = readDocx(bytes)
  const build: Build = { properties: {}, report: [], previous: '' }
  const rows = table.rows.map((cells, row) => importRow(build, cells, row, table.heights[row] ?? 10))
  const title = table.before.at(-1) ?? '未命名表单'
  const caption = table.before.length > 1 ? table.before[0] : undefined
  const form = parseForm({
    key: formKey(options.name),
    title,
    schema: { type: 'object', properties: build.properties },
    paper: {
      size: 'A4',
      ...(/正反面/.test(table.after.join('')) ? { duplex: true } : {}),
      ...(caption ? { caption } : {}),
      title,
      columns: table.columns,
      rows,
      heights: table.heights,
      notes: table.after,
    },
  })
  return { form, report: build.report }
}

interface Build {
  properties: Record<string, FieldSchema>
  report: ImportGuess[]
  /** The label before this one, which tells two equal labels apart. */
  previous: string
}

function formKey(name: string | undefined): string {
  const key = (name ?? '')
    .replace(/\.docx$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
  return key || 'imported'
}

function clean(text: string): string {
  return text.replace(/[\s\u3000]+/g, '')
}

function importRow(build: Build, cells: WordCell[], row: number, height: number): PaperCell[] {
  return cells.map((cell, index) => {
    const spans = {
      ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
      ...(cell.colSpan > 1 ? { colSpan: cell.colSpan } : {}),
    }
    const label = clean(cells[index - 1]?.text ?? '')
    const place = { row, index }
    const special = specialCell(build, cell, label, place)
    if (special) return { ...special, ...spans }
    if (clean(cell.text) !== '') return { text: labelText(cell.text), ...spans }
    if (label === '' || label.includes('□')) return spans
    return { field: addField(build, label, guessField(label, height > 20), place), ...spans }
  })
}

/** Cells that say themselves what they are: photo, opinion box, signature, choices. */
function specialCell(build: Build, cell: WordCell, label: string, place: ImportGuess['cell']): PaperCell | undefined {
  const text = clean(cell.text)
  if (text === '照片' || /^(贴)?(近期)?.{0,4}照片(处)?$/.test(text)) {
    return {
      field: addField(
        build,
        '照片',
        { schema: { type: 'string', 'x-component': 'Photo' }, confidence: 0.95, why: '写着“照片”的格子' },
        place,
      ),
    }
  }
  if (/意见/.test(text) && /盖章|签字|年月日/.test(text)) {
    const title = text.slice(0, text.indexOf('意见') + 2)
    const schema: FieldSchema = {
      type: 'array',
      'x-component': 'Opinion',
      'x-component-props': { seal: /盖章/.test(text) },
    }
    return { field: addField(build, title, { schema, confidence: 0.95, why: '“意见”与盖章、年月日在一格' }, place) }
  }
  if (/[（(]签[字名][）)]/.test(text)) {
    const signer = /([\p{Script=Han}]{2,8})[（(]签[字名]/u.exec(text)?.[1] ?? '本人'
    const guess = {
      schema: { type: 'string', 'x-component': 'Signature' } as const,
      confidence: 0.9,
      why: '写着“签字”',
    }
    return {
      text: cell.text
        .split('\n')
        .map((line) => line.trim())
        .join('\n'),
      field: addField(build, `${signer}签字`, guess, place),
    }
  }
  if (text.includes('□') && label !== '') {
    const choices = text.split('□').filter(Boolean)
    const options = choices.map((option) => ({ label: option, value: option.replace(/（.*$/, '') }))
    return {
      field: addField(
        build,
        label,
        {
          schema: { type: 'string', enum: options, 'x-component': 'ChoiceBox' },
          confidence: 0.85,
          why: '格子里有 □ 选项，先作单选',
        },
        place,
      ),
    }
  }
  return undefined
}

function labelText(text: string): string {
  return text.split('\n').map(clean).filter(Boolean).join('\n')
}

function addField(build: Build, label: string, guess: FieldGuess, cell: ImportGuess['cell']): string {
  const own =
    label
      .replace(/[^\p{L}\p{N}_]/gu, '')
      .replace(/^(?=\p{N})/u, '_')
      .slice(0, 40) || '字段'
  const near = `${build.previous.slice(-2)}${own}`
  const path = !(own in build.properties)
    ? own
    : !(near in build.properties)
      ? near
      : `${own}_${Object.keys(build.properties).length}`
  const system = guess.schema['x-component'] === 'Opinion'
  build.properties[path] = {
    ...guess.schema,
    title: path === near ? near : label,
    ...(system ? {} : { required: true }),
  }
  const { confidence, why } = guess
  build.report.push({ path, label, cell, guess: guess.schema['x-component'] ?? 'Input', confidence, why })
  build.previous = own
  return path
}
