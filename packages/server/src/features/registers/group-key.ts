import { canonicalJson } from '../../canonical-json.ts'
import type { Sql } from '../../db/sql.ts'
import type { RowValues } from './row-value.ts'

/** Name of the rule that limits or keeps apart the groups of these columns. */
export function ruleName(columns: readonly string[]): string {
  return columns.join('+')
}

/** The values of these columns, in the rule's order; what a row does not have is null. */
export function groupOf(columns: readonly string[], values: RowValues): RowValues {
  return Object.fromEntries(columns.map((column) => [column, values[column] ?? null]))
}

/** A key of fixed length for a group, equal for equal values only. */
export function groupKey({ vault }: Pick<Sql, 'vault'>, columns: readonly string[], values: RowValues): string {
  return vault.fingerprint(canonicalJson(columns.map((column) => values[column] ?? null)))
}
