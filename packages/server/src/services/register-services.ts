import { ServerError } from '../errors.ts'
import { groupOf } from '../features/registers/group-key.ts'
import { readUsage } from '../features/registers/limit-counter.ts'
import type { RegisterTable } from '../features/registers/register-table.ts'
import {
  columnsOf,
  deleteRow,
  findSourceRow,
  insertRow,
  type RowRecord,
  toRow,
  updateRow,
} from '../features/registers/row-repository.ts'
import { checkRowValues, type RowValues } from '../features/registers/row-value.ts'
import { columnEquals } from '../features/registers/sealed-column.ts'
import type { LocalCall, LocalService } from './local-service.ts'

/**
 * `register.put`: writes the case's row in a register. A case has one row in a register, so that a step that runs again
 * after a return changes it; a case with several names them by the input `row`.
 *
 * Result: `{ id, created }`.
 */
export const putRow: LocalService = async (call) => {
  const { table, values, row } = readInput(call)
  return writeSourceRow(call, table, row, values)
}

/**
 * `register.check`: looks for rows with the values of the inputs, and how much of each limit of that group is used.
 *
 * Result: `{ found, count, row, full }`; `row` has the columns of the first row, `full` is true when a limit has no place left.
 */
export const checkRows: LocalService = async ({ sql, definitions, input, elementId }) => {
  const { table, values } = readInput({ definitions, input, elementId })
  const columns = table.columns.filter(({ definition }) => Object.hasOwn(values, definition.key))
  const wanted = columns.map((column) => columnEquals(table, column, values[column.definition.key]))
  const where = columns.length ? `WHERE ${wanted.map(([name]) => `${name} = ?`).join(' AND ')}` : ''
  const bound = wanted.map(([, value]) => value)
  const counted = await sql.first<{ total: number }>(`SELECT count(*) AS total FROM ${table.name} ${where}`, bound)
  const first = await sql.first<RowRecord>(
    `SELECT ${columnsOf(table)} FROM ${table.name} ${where} ORDER BY id LIMIT 1`,
    bound,
  )
  let full = false
  for (const limit of table.definition.limits) {
    if (limit.by.some((column) => !Object.hasOwn(values, column))) continue
    const { used, max } = await readUsage(sql, table.definition, limit, groupOf(limit.by, values))
    full ||= used >= max
  }
  const row = first && toRow(table, first).values
  return { found: row !== undefined, count: counted?.total ?? 0, row: row ?? null, full }
}

/** `register.remove`: takes the case's row out and gives its places back. Result: `{ removed }`. */
export const removeRow: LocalService = async (call) => {
  const { table, row } = readInput(call)
  const existing = await findSourceRow(call.sql, table, call.case.id, row)
  if (existing) await deleteRow(call.sql, table, existing)
  return { removed: existing !== undefined }
}

/** Adds the case's row, or changes it when it is there. */
export async function writeSourceRow(
  { sql, case: { id: caseId, number }, newId, at, by }: LocalCall,
  table: RegisterTable,
  row: string,
  values: RowValues,
): Promise<{ id: string; created: boolean }> {
  const existing = await findSourceRow(sql, table, caseId, row)
  if (existing) {
    await updateRow(sql, table, existing, checkRowValues(table.definition, values, { whole: false }), { at, by })
    return { id: existing.id, created: false }
  }
  const id = newId()
  const checked = checkRowValues(table.definition, values, { whole: true })
  await insertRow(sql, table, checked, { id, at, by }, { caseId, number, row })
  return { id, created: true }
}

/**
 * The register, the name of the row and the columns in a service's inputs.
 *
 * @throws ServerError `SERVICE_INPUT_INVALID` naming the element
 */
export function readInput({ definitions, input, elementId }: Pick<LocalCall, 'definitions' | 'input' | 'elementId'>) {
  const { register, row = '', ...values } = input
  const table = typeof register === 'string' ? definitions.register(register) : undefined
  if (!table || typeof row !== 'string') {
    throw new ServerError('SERVICE_INPUT_INVALID', { detail: `步骤 ${elementId} 要写的台账不存在。`, elementId })
  }
  return { table, row, values }
}
