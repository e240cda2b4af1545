import type { Sql } from '../../db/sql.ts'
import { ServerError } from '../../errors.ts'
import { groupKey, groupOf, ruleName } from './group-key.ts'
import { sealGroup } from './limit-group.ts'
import type { RegisterTable } from './register-table.ts'
import { columnsOf, type Row, type RowRecord, toRow } from './row-repository.ts'
import { claimUnique } from './unique-value.ts'

const PAGE = 500

/**
 * Counts the rows of a register anew after its rules have changed. A group that already has more rows than a lowered limit
 * allows keeps them and gets no more.
 *
 * @throws ServerError `APP_INVALID` when rows that are there break a new rule of uniqueness
 */
export async function rebuildRules(sql: Sql, table: RegisterTable): Promise<void> {
  const { definition } = table
  await sql.run('DELETE FROM limit_counter WHERE register_key = ?', [definition.key])
  await sql.run('DELETE FROM unique_value WHERE register_key = ?', [definition.key])
  const counters = new Map<string, { rule: string; key: string; group: string; used: number; max: number }>()
  for await (const row of allRows(sql, table)) {
    await claim(sql, table, row)
    for (const { by, max } of definition.limits) {
      const rule = ruleName(by)
      const key = groupKey(sql, by, row.values)
      const group = sealGroup(sql, { register: definition.key, rule, key }, groupOf(by, row.values))
      const counter = counters.get(`${rule} ${key}`) ?? { rule, key, group, used: 0, max }
      counters.set(`${rule} ${key}`, { ...counter, used: counter.used + 1 })
    }
  }
  for (const { rule, key, group, used, max } of counters.values()) {
    await sql.run(
      'INSERT INTO limit_counter (register_key, rule, group_key, group_values, used, max) VALUES (?, ?, ?, ?, ?, ?)',
      [definition.key, rule, key, group, used, max],
    )
  }
}

async function claim(sql: Sql, table: RegisterTable, row: Row): Promise<void> {
  try {
    await claimUnique(sql, table.definition, row.id, row.values)
  } catch (cause) {
    const detail = `台账“${table.definition.title}”现有的行已经重复，不能加上新的唯一规则。`
    throw new ServerError('APP_INVALID', { detail, rowId: row.id }, { cause })
  }
}

async function* allRows(sql: Sql, table: RegisterTable): AsyncGenerator<Row> {
  let after = ''
  for (;;) {
    const text = `SELECT ${columnsOf(table)} FROM ${table.name} WHERE id > ? ORDER BY id LIMIT ?`
    const records = await sql.all<RowRecord>(text, [after, PAGE])
    for (const record of records) yield toRow(table, record)
    if (records.length < PAGE) return
    after = records.at(-1)?.id ?? after
  }
}
