import type { Sql } from '../../db/sql.ts'
import { ruleName } from './group-key.ts'
import type { Usage } from './limit-counter.ts'
import { maskedGroup, openGroup } from './limit-group.ts'
import type { RegisterDefinition } from './register-definition.ts'

const MAX_GROUPS = 200

/** How much is used of every limit of a register, group by group; sensitive values of a group are masked. */
export async function readAllUsages(sql: Sql, definition: RegisterDefinition): Promise<Usage[]> {
  const { key, limits } = definition
  const rows = await sql.all<{ rule: string; group_key: string; group_values: string; used: number }>(
    'SELECT rule, group_key, group_values, used FROM limit_counter WHERE register_key = ? ORDER BY rule, group_key LIMIT ?',
    [key, MAX_GROUPS],
  )
  return limits.flatMap(({ by, label, max }) =>
    rows
      .filter(({ rule }) => rule === ruleName(by))
      .map(({ rule, group_key, group_values, used }) => {
        const group = openGroup(sql, { register: key, rule, key: group_key }, group_values)
        return { register: key, label, group: maskedGroup(definition, group), used, max }
      }),
  )
}
