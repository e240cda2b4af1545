import type { FormValues } from '@zhupi/forms'
import { compile, isExpression } from '@zhupi/forms/feel'
import type { z } from 'zod'
import type { DefinitionStore, MatterVersion } from '../../app-folder/definition-store.ts'
import type { Sql } from '../../db/sql.ts'
import type { PersonFacts } from '../cases/flow-context.ts'
import { readUsage } from '../registers/limit-counter.ts'
import type { LimitUsage } from './matter-schema.ts'

export interface LimitScope {
  values: FormValues
  /** Facts of who applies. */
  initiator: PersonFacts | { id: string }
  /** Instant. */
  at: string
}

/**
 * How much is used of the limits that a matter shows, for the groups that the values belong to. A group that the values do
 * not tell yet is left out.
 */
export async function readLimitUsages(
  sql: Sql,
  definitions: Pick<DefinitionStore, 'register'>,
  { matter }: MatterVersion,
  { values, initiator, at }: LimitScope,
): Promise<Array<z.input<typeof LimitUsage>>> {
  const usages: Array<z.input<typeof LimitUsage>> = []
  for (const { register, label, group } of matter.limits) {
    const definition = definitions.register(register)?.definition
    const columns = Object.keys(group)
    const limit = definition?.limits.find(
      ({ by }) => by.length === columns.length && by.every((one) => columns.includes(one)),
    )
    if (!definition || !limit) continue
    const evaluated = Object.entries(group).map(([column, text]) => {
      const value = isExpression(text) ? compile(text).evaluate({ ...values, initiator }, { now: at }) : text
      return [column, value ?? null] as const
    })
    if (evaluated.some(([, value]) => value === null || value === '')) continue
    const usage = await readUsage(sql, definition, limit, Object.fromEntries(evaluated))
    usages.push({ ...usage, label })
  }
  return usages
}
