import type { FieldSchema, FormDefinition } from '../schema/form-definition.ts'
import { isRecord } from '../schema/is-record.ts'
import { displayValue } from '../values/display-value.ts'
import { columnTotal, hasTotals } from './column-totals.ts'
import type { TableColumn } from './table-columns.ts'
import type { Sheet } from './write-xlsx.ts'

/** A sub-table as a sheet for Excel: numbers stay numbers, everything else is said as on paper. */
export function rowsSheet(
  table: FieldSchema,
  columns: readonly TableColumn[],
  value: unknown,
  form: FormDefinition,
): Sheet {
  const rows = (Array.isArray(value) ? value : []).filter(isRecord)
  const sheet: Sheet = {
    name: table.title ?? '明细',
    heads: columns.map(({ title }) => title),
    rows: rows.map((row) =>
      columns.map(({ key, schema }) => {
        const cell = row[key]
        return typeof cell === 'number' && !schema.enum ? cell : displayValue(schema, cell, form)
      }),
    ),
  }
  if (!hasTotals(table)) return sheet
  const sums = columns.map(({ key, schema }) => (schema.type === 'number' ? columnTotal(key, rows) : undefined))
  return { ...sheet, totals: sums.map((sum, index) => (index === 0 && sum === undefined ? '合计' : sum)) }
}
