import type { Sql } from '../../db/sql.ts'
import { ServerError } from '../../errors.ts'
import { groupKey, groupOf, ruleName } from './group-key.ts'
import type { RegisterDefinition } from './register-definition.ts'
import type { RowValues } from './row-value.ts'

/**
 * Claims the values that no two rows may share: the primary key of the table lets one row have them.
 *
 * @throws ServerError `ROW_NOT_UNIQUE` naming the columns
 */
export async function claimUnique(
  sql: Sql,
  definition: RegisterDefinition,
  rowId: string,
  values: RowValues,
): Promise<void> {
  for (const columns of definition.unique) {
    const claimed = await sql.insertNew('unique_value', {
      register_key: definition.key,
      rule: ruleName(columns),
      value_key: groupKey(sql, columns, values),
      row_id: rowId,
    })
    if (!claimed) throw notUnique(definition, columns, values)
  }
}

/** Frees what a row claimed. */
export async function releaseUnique(sql: Sql, rowId: string): Promise<void> {
  await sql.run('DELETE FROM unique_value WHERE row_id = ?', [rowId])
}

function notUnique(definition: RegisterDefinition, columns: readonly string[], values: RowValues): ServerError {
  const secret = new Set(definition.columns.filter((column) => column.sensitivity).map((column) => column.key))
  const named = columns.map((column) => `${column} ${secret.has(column) ? '（已隐去）' : (values[column] ?? '（空）')}`)
  return new ServerError('ROW_NOT_UNIQUE', {
    detail: `“${definition.title}”已有相同的记录：${named.join('，')}。`,
    register: definition.key,
    columns,
    group: secret.size ? undefined : groupOf(columns, values),
  })
}
