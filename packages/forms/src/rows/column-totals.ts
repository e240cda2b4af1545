import type { FieldSchema, FormDefinition } from '../schema/form-definition.ts'
import { isRecord } from '../schema/is-record.ts'
import { displayValue } from '../values/display-value.ts'
import type { TableColumn } from './table-columns.ts'

/** Whether a sub-table has a row of totals below it. */
export function hasTotals(table: FieldSchema): boolean {
  return table['x-component-props']?.totals === true
}

/** The totals of the columns of numbers, as the paper says them; '' for the other columns. */
export function totalTexts(columns: readonly TableColumn[], rows: unknown, form: FormDefinition): string[] {
  return columns.map(({ key, schema }) => {
    if (schema.type !== 'number') return ''
    const total = columnTotal(key, rows)
    return total === undefined ? '' : displayValue(schema, total, form)
  })
}

/**
 * The sum of a column, exact in decimals: 0.1 and 0.2 make 0.3.
 *
 * @returns `undefined` when no row has a number there
 */
export function columnTotal(key: string, rows: unknown): number | undefined {
  const numbers = (Array.isArray(rows) ? rows : []).flatMap((row) => {
    const value = isRecord(row) ? row[key] : undefined
    return typeof value === 'number' && Number.isFinite(value) ? [value] : []
  })
  if (numbers.length === 0) return undefined
  const scale = 10 ** Math.min(6, Math.max(...numbers.map(decimals)))
  return numbers.reduce((sum, value) => sum + Math.round(value * scale), 0) / scale
}

function decimals(value: number): number {
  const text = String(value)
  return text.includes('e') ? 6 : (text.split('.')[1]?.length ?? 0)
}
