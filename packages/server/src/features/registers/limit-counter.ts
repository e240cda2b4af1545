import type { Sql } from '../../db/sql.ts'
import { ServerError } from '../../errors.ts'
import { groupKey, groupOf, ruleName } from './group-key.ts'
import { maskedGroup, sealGroup } from './limit-group.ts'
import type { RegisterDefinition } from './register-definition.ts'
import type { RowValues } from './row-value.ts'

export type Limit = RegisterDefinition['limits'][number]

/**
 * Takes a place of the row's group under every limit. The database counts: one row a group, raised only while there is room,
 * so ten at once get no more places than there are.
 *
 * @throws ServerError `LIMIT_REACHED` with the limit's label, its group, how many are used and how many there are
 */
export async function takePlaces(sql: Sql, definition: RegisterDefinition, values: RowValues): Promise<void> {
  for (const limit of definition.limits) await takePlace(sql, definition, limit, values)
}

/** Gives the places of a row back. */
export async function givePlacesBack(sql: Sql, definition: RegisterDefinition, values: RowValues): Promise<void> {
  for (const { by } of definition.limits) {
    await sql.run(
      'UPDATE limit_counter SET used = used - 1 WHERE register_key = ? AND rule = ? AND group_key = ? AND used > 0',
      [definition.key, ruleName(by), groupKey(sql, by, values)],
    )
  }
}

/** Moves a row's places when the values that group it have changed; those whose group is the same are kept. */
export async function movePlaces(
  sql: Sql,
  definition: RegisterDefinition,
  before: RowValues,
  after: RowValues,
): Promise<void> {
  const moved = definition.limits.filter(({ by }) => groupKey(sql, by, before) !== groupKey(sql, by, after))
  await givePlacesBack(sql, { ...definition, limits: moved }, before)
  await takePlaces(sql, { ...definition, limits: moved }, after)
}

export interface Usage {
  register: string
  label: string
  group: RowValues
  used: number
  max: number
}

/** How much of a limit is used by the group of `values`; a group without rows uses nothing. */
export async function readUsage(
  sql: Sql,
  definition: RegisterDefinition,
  limit: Limit,
  values: RowValues,
): Promise<Usage> {
  const row = await sql.first<{ used: number }>(
    'SELECT used FROM limit_counter WHERE register_key = ? AND rule = ? AND group_key = ?',
    [definition.key, ruleName(limit.by), groupKey(sql, limit.by, values)],
  )
  const group = groupOf(limit.by, values)
  return { register: definition.key, label: limit.label, group, used: row?.used ?? 0, max: limit.max }
}

async function takePlace(sql: Sql, definition: RegisterDefinition, limit: Limit, values: RowValues): Promise<void> {
  const rule = ruleName(limit.by)
  const key = groupKey(sql, limit.by, values)
  if (await raise(sql, definition.key, rule, key, limit.max)) return
  const existing = await readUsage(sql, definition, limit, values)
  if (existing.used === 0) {
    await sql.insertNew('limit_counter', {
      register_key: definition.key,
      rule,
      group_key: key,
      group_values: sealGroup(sql, { register: definition.key, rule, key }, groupOf(limit.by, values)),
      used: 0,
      max: limit.max,
    })
    if (await raise(sql, definition.key, rule, key, limit.max)) return
  }
  throw limitReached(definition, await readUsage(sql, definition, limit, values))
}

async function raise(sql: Sql, register: string, rule: string, key: string, max: number): Promise<boolean> {
  const count = await sql.run(
    `UPDATE limit_counter SET used = used + 1, max = ?
     WHERE register_key = ? AND rule = ? AND group_key = ? AND used < ?`,
    [max, register, rule, key, max],
  )
  return count === 1
}

function limitReached(definition: RegisterDefinition, usage: Usage): ServerError {
  const shown = maskedGroup(definition, usage.group)
  const named = Object.entries(shown).map(([column, value]) => `${column} ${value ?? '（空）'}`)
  const group = named.length ? `（${named.join('，')}）` : ''
  return new ServerError('LIMIT_REACHED', {
    detail: `${usage.label}已满：“${definition.title}”${group}共 ${usage.max} ${definition.unitOfCount}，已用 ${usage.used} ${definition.unitOfCount}。办件没有变动。`,
    ...usage,
    group: shown,
  })
}
