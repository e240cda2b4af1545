import { hasTotals, totalTexts } from '../rows/column-totals.ts'
import { tableColumns } from '../rows/table-columns.ts'
import type { FieldSchema, FormDefinition } from '../schema/form-definition.ts'
import { isRecord } from '../schema/is-record.ts'
import { displayValue } from '../values/display-value.ts'
import { escapeHtml } from './escape-html.ts'

/** A sub-table as a table within its cell: heads, the rows, empty rows up to `minRows`, and the totals. */
export function rowsHtml(schema: FieldSchema, value: unknown, form: FormDefinition): string {
  const columns = tableColumns(schema)
  const rows = (Array.isArray(value) ? value : []).filter(isRecord)
  const least = Number(schema['x-component-props']?.minRows ?? 0)
  const heads = columns.map(({ title }) => `<th>${escapeHtml(title)}</th>`).join('')
  const body = [...rows, ...Array<Record<string, unknown>>(Math.max(0, least - rows.length)).fill({})].map((row) =>
    rowHtml(columns.map((column) => displayValue(column.schema, row[column.key], form))),
  )
  const totals = hasTotals(schema) ? totalsHtml(totalTexts(columns, rows, form)) : ''
  return `<table class="zp-rows"><thead><tr>${heads}</tr></thead><tbody>${body.join('')}${totals}</tbody></table>`
}

function rowHtml(texts: readonly string[]): string {
  return `<tr>${texts.map((text) => `<td>${escapeHtml(text) || '&nbsp;'}</td>`).join('')}</tr>`
}

function totalsHtml([first = '', ...others]: readonly string[]): string {
  return rowHtml([first || '合计', ...others])
}
