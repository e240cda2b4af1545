import { canonicalJson } from '../../canonical-json.ts'
import type { Database } from '../../db/database.ts'
import { ServerError } from '../../errors.ts'
import { findKeptAnswer, type KeyedAnswer } from './history-repository.ts'

/** A request that may come again: who asks, under which key, and what exactly. */
export interface RepeatableRequest {
  personId: string
  /** Value of `Idempotency-Key`; without one nothing is kept and a repeat is a request of its own. */
  key: string | undefined
  /** Everything that tells one request from another: what is asked, of which object, with which body. */
  content: unknown
}

/** Puts the answer of a request beside its key. */
export type KeepAnswer<T> = (answer: T) => KeyedAnswer

/**
 * Does a request once. The work keeps its answer in the history row that it writes anyway, so that the first time costs no
 * statement more; a repeat is refused by the work (the task is done, the key is taken) and then answered from there.
 *
 * @throws ServerError `IDEMPOTENCY_KEY_REUSED` when the key came with another request, else whatever the work throws
 */
export async function doOnce<T>(
  db: Database,
  { personId, key, content }: RepeatableRequest,
  work: (keep: KeepAnswer<T> | undefined) => Promise<T>,
): Promise<T> {
  if (key === undefined) return work(undefined)
  const requestDigest = db.read.vault.fingerprint(canonicalJson(content))
  try {
    return await work((answer) => ({ personId, key, requestDigest, response: JSON.stringify(answer) }))
  } catch (error) {
    const kept = await findKeptAnswer(db.read, personId, key)
    if (!kept) throw error
    if (kept.requestDigest !== requestDigest) throw new ServerError('IDEMPOTENCY_KEY_REUSED', {}, { cause: error })
    return JSON.parse(kept.response)
  }
}
