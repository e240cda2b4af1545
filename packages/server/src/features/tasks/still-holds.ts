import { type AccessMap, accessOf } from '@zhupi/forms'
import type { HistoryKind, LinkedRecord } from '../cases/history-chain.ts'
import { withoutRows } from '../cases/value-path.ts'

/** What may have happened elsewhere in a case while somebody read their task. A return changes what the task is about. */
const ELSEWHERE: ReadonlySet<HistoryKind> = new Set<HistoryKind>([
  'completed',
  'transferred',
  'delegated',
  'resolved',
  'claimed',
  'signersAdded',
  'signersRemoved',
  'copied',
  'suspended',
  'resumed',
  'withdrawn',
  'message',
  'service',
  'timer',
  'incident',
  'commented',
  'urged',
])

/**
 * Whether a decision that was made on an older version of a case is still a decision on what is there: all that came since
 * happened elsewhere, and changed nothing that the step may see.
 *
 * @param since the records after the version that was read
 * @param access what the step may see
 */
export function stillHolds(since: readonly LinkedRecord[], access: AccessMap): boolean {
  return since.every(
    ({ kind, changes }) =>
      ELSEWHERE.has(kind) && changes.every(({ path }) => accessOf(access, withoutRows(path)) === 'hidden'),
  )
}
