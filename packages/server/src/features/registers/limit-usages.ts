import type { Sql } from '../../db/sql.ts'
import { ruleName } from './group-key.ts'
import type { Usage } from './limit-counter.ts'
import type { RegisterDefinition } from './register-definition.ts'

const MAX_GROUPS = 200

/** How much is used of every limit of a register, group by group. */
export async function readAllUsages(sql: Sql, { key, limits }: RegisterDefinition): Promise<Usage[]> {
  const rows = await sql.all<{ rule: string; group_values: string; used: number }>(
    'SELECT rule, group_values, used FROM limit_counter WHERE register_key = ? ORDER BY rule, group_key LIMIT ?',
    [key, MAX_GROUPS],
  )
  return limits.flatMap(({ by, label, max }) =>
    rows
      .filter(({ rule }) => rule === ruleName(by))
      .map(({ group_values, used }) => ({ register: key, label, group: JSON.parse(group_values), used, max })),
  )
}
