import { isTicked } from '../../components/choice-box.ts'
import { componentOf } from '../../components/components.ts'
import { datePrecision } from '../../components/date-picker.ts'
import { fieldOptions } from '../../components/options.ts'
import { isResumeLine, resumeSpan } from '../../components/resume.ts'
import { opinionsOf } from '../../paper/opinion-html.ts'
import type { FieldSchema, PaperCell } from '../../schema/form-definition.ts'
import { isRecord } from '../../schema/is-record.ts'
import { fieldAt } from '../../schema/walk-fields.ts'
import { displayValue } from '../../values/display-value.ts'
import { isEmpty } from '../../values/is-empty.ts'
import type { CellWriter } from './cell-writer.ts'
import { opinionBlocks } from './opinion-blocks.ts'
import { spreadLabel } from './spread-label.ts'
import { paragraph, run } from './word-xml.ts'

const SIGNATURE_BOX = { width: 30, height: 10 }
const SPAN_WIDTH = 1_900
const LONG_TEXT = 20

/** The paragraphs of one cell of the paper, and whether they begin at its top. */
export function cellBlocks(writer: CellWriter, cell: PaperCell): { blocks: string; top: boolean } {
  const place = cell.field === undefined ? undefined : fieldAt(writer.form, cell.field)
  if (!place) return { blocks: labelBlocks(writer, cell.text ?? ''), top: false }
  const { schema, path, key } = place
  const value = valueAt(writer.values, path)
  const { print } = componentOf(schema)
  if (print === 'opinion') {
    const opinions = opinionsOf(value)
    const title = cell.text ?? schema.title ?? key
    return { blocks: opinionBlocks(writer, title, schema, opinions), top: opinions.length > 0 }
  }
  if (cell.text) return { blocks: promiseBlocks(writer, cell.text, schema, value), top: false }
  return { blocks: valueBlocks(writer, schema, value), top: print === 'prose' || print === 'lines' }
}

function valueAt(values: Record<string, unknown>, path: string): unknown {
  let at: unknown = values
  for (const key of path.split('.')) at = isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined
  return at
}

function labelBlocks({ label }: CellWriter, text: string): string {
  const align = text.length > LONG_TEXT ? 'left' : 'center'
  return spreadLabel(text)
    .map((line) => paragraph(line, { ...label, align }))
    .join('')
}

/** Fixed text with a field at its end; an empty one leaves the blank that the paper had. */
function promiseBlocks(writer: CellWriter, text: string, schema: FieldSchema, value: unknown): string {
  const { label } = writer
  const lines = text.split('\n')
  const last = lines.pop() ?? ''
  const signing = componentOf(schema).print === 'signature'
  const before = lines.map((line) => paragraph(line, { ...label, align: 'left' }))
  const runs = run(last, label) + inlineRuns(writer, schema, value)
  return (
    before.join('') + paragraph({ runs }, { ...label, align: signing ? 'right' : 'left', before: signing ? 200 : 0 })
  )
}

function inlineRuns(writer: CellWriter, schema: FieldSchema, value: unknown): string {
  const { label, value: style, pictures, asset, form } = writer
  const { print, name } = componentOf(schema)
  if (print === 'signature') {
    return pictures.draw(asset(String(value ?? '')), SIGNATURE_BOX, '签字') || run('　　　　　　　　', label)
  }
  if (print === 'boxes') return run(boxesText(schema, value, writer), label)
  if (!isEmpty(value)) return run(displayValue(schema, value, form), style)
  const day = datePrecision(schema) === 'date' ? '    年  月  日' : '    年  月'
  return run(name === 'DatePicker' ? day : name === 'DateRange' ? `${day}至${day}` : '________', label)
}

function valueBlocks(writer: CellWriter, schema: FieldSchema, value: unknown): string {
  const { form, prose, value: style, label, pictures, asset } = writer
  switch (componentOf(schema).print) {
    case 'picture': {
      const { width = 25, height = 35 } = schema['x-component-props'] ?? {}
      const box = { width: (Number(width) || 25) * 0.84, height: (Number(height) || 35) * 0.84 }
      const runs = pictures.draw(asset(String(value ?? '')), box, '照片') || run('照　片', label)
      return paragraph({ runs }, { ...label, align: 'center' })
    }
    case 'signature':
      return paragraph(
        { runs: pictures.draw(asset(String(value ?? '')), SIGNATURE_BOX, '签字') },
        { ...style, align: 'center' },
      )
    case 'boxes':
      return paragraph(boxesText(schema, value, writer), { ...label, align: 'left' })
    case 'lines':
      return componentOf(schema).name === 'Resume'
        ? resumeBlocks(writer, value)
        : proseBlocks(displayValue(schema, value, form), prose)
    case 'prose':
      return proseBlocks(displayValue(schema, value, form), prose)
    default:
      // An empty span keeps the words between which it is written, or nobody sees that it asks for two days.
      if (isEmpty(value) && componentOf(schema).name === 'DateRange')
        return paragraph({ runs: inlineRuns(writer, schema, value) }, label)
      return displayValue(schema, value, form)
        .split('\n')
        .map((line) => paragraph(line, { ...style, align: 'center' }))
        .join('')
  }
}

function boxesText(schema: FieldSchema, value: unknown, { form }: CellWriter): string {
  const options = fieldOptions(schema, form) ?? []
  const several = schema.type === 'array' && !/多选/.test(schema.title ?? '') ? '（可多选）' : ''
  return options.map((option) => `${isTicked(value, option.value) ? '☑' : '□'}${option.label}`).join('   ') + several
}

function resumeBlocks({ prose }: CellWriter, value: unknown): string {
  const lines = (Array.isArray(value) ? value : []).filter(isResumeLine)
  if (lines.length === 0) return paragraph('', prose)
  return lines
    .map((line) => {
      const runs = `${run(resumeSpan(line), prose)}<w:r><w:tab/></w:r>${run(line.text, prose)}`
      return paragraph({ runs }, { ...prose, hanging: SPAN_WIDTH })
    })
    .join('')
}

function proseBlocks(text: string, prose: CellWriter['prose']): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return (lines.length > 0 ? lines : [''])
    .map((line) => paragraph(line.trim(), { ...prose, align: 'both', indented: true }))
    .join('')
}
