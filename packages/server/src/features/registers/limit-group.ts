import { maskText } from '@zhupi/forms'
import type { Sql } from '../../db/sql.ts'
import type { RegisterDefinition } from './register-definition.ts'
import type { RowValues } from './row-value.ts'

/** Key of a counter: one row of the table `limit_counter`. */
export interface CounterKey {
  register: string
  rule: string
  key: string
}

/** The values of a counter's group as they are kept. */
export function sealGroup({ vault }: Pick<Sql, 'vault'>, counter: CounterKey, group: RowValues): string {
  return vault.seal(JSON.stringify(group), groupPlace(counter))
}

export function openGroup({ vault }: Pick<Sql, 'vault'>, counter: CounterKey, kept: string): RowValues {
  return JSON.parse(vault.open(kept, groupPlace(counter)))
}

export function groupPlace({ register, rule, key }: CounterKey): string {
  return `limit_counter.group_values:${register}/${rule}/${key}`
}

/** A group as it is shown: what is sensitive in it is covered. */
export function maskedGroup({ columns }: RegisterDefinition, group: RowValues): RowValues {
  const sensitivities = new Map(columns.map(({ key, sensitivity }) => [key, sensitivity]))
  return Object.fromEntries(
    Object.entries(group).map(([column, value]) => {
      const sensitivity = sensitivities.get(column)
      return [column, sensitivity && typeof value === 'string' ? maskText(value, sensitivity) : value]
    }),
  )
}
