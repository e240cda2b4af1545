import { isTicked } from '../components/choice-box.ts'
import { componentOf } from '../components/components.ts'
import { fieldOptions } from '../components/options.ts'
import { isResumeLine, resumeSpan } from '../components/resume.ts'
import type { FieldSchema, FormDefinition, PaperCell } from '../schema/form-definition.ts'
import { fieldAt } from '../schema/walk-fields.ts'
import { displayValue } from '../values/display-value.ts'
import { escapeHtml } from './escape-html.ts'
import { labelLines } from './label-lines.ts'
import { opinionHtml, opinionsOf } from './opinion-html.ts'
import { pictureHtml } from './picture-html.ts'
import { rowsHtml } from './rows-html.ts'

/** What the cells of one printed form share. */
export interface CellContext {
  form: FormDefinition
  values: Record<string, unknown>
  /** Picture of a file as a `data:` URI. */
  asset: (fileId: string) => string | undefined
}

/** A cell's element, class and content. */
export interface CellHtml {
  tag: 'th' | 'td'
  className: string
  html: string
}

/** The HTML of one cell of the paper: a label, fixed text, or a field's value in its component's print way. */
export function cellHtml(cell: PaperCell, context: CellContext, whole: boolean): CellHtml {
  const place = cell.field === undefined ? undefined : fieldAt(context.form, cell.field)
  if (!place) return textCell(cell.text ?? '', whole)
  const value = valueAt(context.values, place.path)
  const print = componentOf(place.schema).print
  if (print === 'opinion') {
    const title = cell.text ?? place.schema.title ?? place.key
    return { tag: 'td', className: 'zp-opinion', html: opinionHtml(title, opinionsOf(value), context.asset) }
  }
  if (cell.text) return promiseCell(cell.text, print === 'signature', valueHtml(place.schema, value, context))
  const className = { prose: 'zp-long', lines: 'zp-long', boxes: 'zp-boxes', table: 'zp-table' }[print as string] ?? ''
  return { tag: 'td', className, html: valueHtml(place.schema, value, context) }
}

function valueAt(values: Record<string, unknown>, path: string): unknown {
  let at: unknown = values
  for (const key of path.split('.')) {
    at = typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined
  }
  return at
}

function textCell(text: string, whole: boolean): CellHtml {
  if (text === '') return { tag: 'td', className: '', html: '' }
  const { lines, justified } = labelLines(text)
  if (whole && lines.length === 1) return { tag: 'th', className: 'zp-band', html: escapeHtml(lines[0] ?? '') }
  const inner = lines.map((line) => `<i>${escapeHtml(line)}</i>`).join('')
  return { tag: 'th', className: '', html: `<span class="zp-label${justified ? '' : ' zp-wide'}">${inner}</span>` }
}

/** Fixed text with a field at its end: “申领人（签字）：” and the signature. */
function promiseCell(text: string, signing: boolean, value: string): CellHtml {
  const lines = text.split('\n')
  const last = lines.pop() ?? ''
  const before = lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')
  const place = value || '<span class="zp-blank"></span>'
  const html = `<div class="zp-promise">${before}<p${signing ? ' class="zp-signing"' : ''}>${escapeHtml(last)}${place}</p></div>`
  return { tag: 'td', className: '', html }
}

function valueHtml(schema: FieldSchema, value: unknown, { form, asset }: CellContext): string {
  const component = componentOf(schema)
  switch (component.print) {
    case 'picture':
      return photoHtml(schema, asset(String(value ?? '')))
    case 'signature':
      return pictureHtml('zp-sig', asset(String(value ?? '')), '签字')
    case 'boxes':
      return boxesHtml(schema, value, form)
    case 'table':
      return rowsHtml(schema, value, form)
    case 'prose':
      return paragraphs(displayValue(schema, value, form))
    case 'lines':
      return linesHtml(schema, value, form)
    default:
      return escapeHtml(displayValue(schema, value, form))
  }
}

function photoHtml(schema: FieldSchema, uri: string | undefined): string {
  const { width = 25, height = 35 } = schema['x-component-props'] ?? {}
  const size = (length: unknown) => `calc(${Number(length) || 25} * var(--zp-mm) * .84)`
  const picture = pictureHtml('zp-photo', uri, '照片', `width:${size(width)};height:${size(height)}`)
  return picture || '<span class="zp-label zp-wide">照　片</span>'
}

function boxesHtml(schema: FieldSchema, value: unknown, form: FormDefinition): string {
  const boxes = (fieldOptions(schema, form) ?? []).map((option) => {
    const ticked = isTicked(value, option.value)
    const box = `<span class="zp-box${ticked ? ' zp-on' : ''}" role="img" aria-label="${ticked ? '已选' : '未选'}"></span>`
    return `<span class="zp-choice">${box}${escapeHtml(option.label)}</span>`
  })
  return boxes.join('')
}

function linesHtml(schema: FieldSchema, value: unknown, form: FormDefinition): string {
  if (componentOf(schema).name !== 'Resume') return paragraphs(displayValue(schema, value, form))
  const lines = (Array.isArray(value) ? value : []).filter(isResumeLine)
  return lines
    .map((line) => `<div class="zp-line"><span>${resumeSpan(line)}</span><span>${escapeHtml(line.text)}</span></div>`)
    .join('')
}

function paragraphs(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escapeHtml(line.trim())}</p>`)
    .join('')
}
