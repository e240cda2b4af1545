import { placeholders, type Sql } from '../../db/sql.ts'
import type { SubscriptionRecord } from './step-effects.ts'

export async function insertSubscriptions(sql: Sql, subscriptions: readonly SubscriptionRecord[]): Promise<void> {
  if (subscriptions.length === 0) return
  await sql.run(
    `INSERT INTO subscription (id, case_id, name, correlation_key) VALUES ${placeholders(subscriptions.length, 4)}`,
    subscriptions.flatMap(({ id, caseId, name, correlationKey }) => [id, caseId, name, correlationKey]),
  )
}

export async function deleteSubscriptions(sql: Sql, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql.run(`DELETE FROM subscription WHERE id IN (${ids.map(() => '?').join(', ')})`, ids)
}

/** Cases that wait for a message under this key, the one that waits longest first. */
export async function findSubscribers(sql: Sql, name: string, correlationKey: string): Promise<string[]> {
  const rows = await sql.all<{ case_id: string }>(
    'SELECT case_id FROM subscription WHERE name = ? AND correlation_key = ? ORDER BY id',
    [name, correlationKey],
  )
  return rows.map(({ case_id }) => case_id)
}

/** A case that waits for a message, as the system that is to answer sees it. */
export interface WaitingCase {
  correlationKey: string
  title: string
  digest: string
  since: string
}

/** At most 100 cases that wait for a message with a key, the one that waits longest first. */
export function listWaitingCases(sql: Pick<Sql, 'all'>, name: string): Promise<WaitingCase[]> {
  return sql.all<WaitingCase>(
    `SELECT subscription.correlation_key AS "correlationKey", case_instance.title AS title,
       case_instance.digest AS digest, case_instance.updated_at AS since
     FROM subscription JOIN case_instance ON case_instance.id = subscription.case_id
     WHERE subscription.name = ? AND subscription.correlation_key IS NOT NULL
     ORDER BY subscription.id LIMIT 100`,
    [name],
  )
}
