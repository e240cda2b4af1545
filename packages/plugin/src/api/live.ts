import type { QueryClient } from '@tanstack/react-query'
import { caseKey } from './cases.ts'
import { meKey } from './me.ts'
import { notificationsKey } from './notifications.ts'
import type { Me } from './types.ts'

/** What a stream of events does; the browser's `EventSource` is one. */
export interface EventStream {
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void
  close(): void
}

/** The newest version of a case that was heard of. */
export function caseVersionKey(caseId: string) {
  return ['case-version', caseId] as const
}

/**
 * Keeps what is shown up to date while the server tells what changes: the number of tasks at once, lists and the page of a case
 * by asking again. A task under decision is not touched: what one is writing about must not change by itself.
 *
 * @returns ends the listening
 */
export function followChanges(stream: EventStream, queries: QueryClient): () => void {
  const refresh = (...keys: ReadonlyArray<readonly unknown[]>) => {
    for (const queryKey of keys) void queries.invalidateQueries({ queryKey })
  }
  stream.addEventListener('inbox', ({ data }) => {
    const { todo } = JSON.parse(data) as { todo: number }
    queries.setQueryData<Me>(meKey, (me) => me && { ...me, counts: { ...me.counts, todo } })
    refresh(['task-watch'])
  })
  stream.addEventListener('notice', ({ data }) => {
    const { unread } = JSON.parse(data) as { unread: number }
    queries.setQueryData<Me>(meKey, (me) => me && { ...me, counts: { ...me.counts, unread } })
    // What was sent for information is counted apart, and listed.
    refresh(meKey, notificationsKey, ['cases'])
  })
  stream.addEventListener('case', ({ data }) => {
    const { caseId, version } = JSON.parse(data) as { caseId: string; version: number }
    queries.setQueryData<number>(caseVersionKey(caseId), (known = 0) => Math.max(known, version))
    refresh(caseKey(caseId), ['diagram', caseId], ['forecast', caseId], ['cases'])
  })
  stream.addEventListener('reset', () => refresh(meKey, notificationsKey, ['task-watch'], ['case'], ['cases']))
  return () => stream.close()
}
