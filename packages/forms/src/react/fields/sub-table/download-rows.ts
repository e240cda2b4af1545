import type { FieldSchema, FormDefinition, FormValues } from '../../../schema/form-definition.ts'
import type { ShownColumn } from './shown-columns.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Saves the rows that this step may see as an `.xlsx`; the writer is fetched only now. */
export async function downloadRows(
  schema: FieldSchema,
  columns: readonly ShownColumn[],
  rows: readonly FormValues[],
  form: FormDefinition,
): Promise<void> {
  const [{ rowsSheet }, { writeXlsx }] = await Promise.all([
    import('../../../rows/rows-sheet.ts'),
    import('../../../rows/write-xlsx.ts'),
  ])
  const bytes = writeXlsx(rowsSheet(schema, columns, rows, form))
  const url = URL.createObjectURL(new Blob([bytes], { type: XLSX }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${schema.title ?? '明细'}.xlsx`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url))
}
