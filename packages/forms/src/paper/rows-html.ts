import type { FieldSchema, FormDefinition } from '../schema/form-definition.ts'
import { isRecord } from '../schema/is-record.ts'
import { displayValue } from '../values/display-value.ts'
import { escapeHtml } from './escape-html.ts'

/** A sub-table as a table within its cell: heads, the rows, and empty rows up to `minRows`. */
export function rowsHtml(schema: FieldSchema, value: unknown, form: FormDefinition): string {
  const columns = Object.entries(schema.items?.properties ?? {}).filter(([, column]) => column.type !== 'void')
  const rows = (Array.isArray(value) ? value : []).filter(isRecord)
  const least = Number(schema['x-component-props']?.minRows ?? 0)
  const heads = columns.map(([key, column]) => `<th>${escapeHtml(column.title ?? key)}</th>`).join('')
  const body = [...rows, ...Array<Record<string, unknown>>(Math.max(0, least - rows.length)).fill({})].map((row) => {
    const cells = columns.map(
      ([key, column]) => `<td>${escapeHtml(displayValue(column, row[key], form)) || '&nbsp;'}</td>`,
    )
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table class="zp-rows"><thead><tr>${heads}</tr></thead><tbody>${body.join('')}</tbody></table>`
}
