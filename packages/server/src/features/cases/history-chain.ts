import { createHash } from 'node:crypto'
import { canonicalJson } from '../../canonical-json.ts'

/** One field that an act changed, in words; sensitive values are masked. */
export interface HistoryChange {
  path: string
  title: string
  before: string
  after: string
}

export type HistoryKind =
  | 'started'
  | 'resubmitted'
  | 'completed'
  | 'returned'
  | 'withdrawn'
  | 'transferred'
  | 'delegated'
  | 'resolved'
  | 'claimed'
  | 'signersAdded'
  | 'signersRemoved'
  | 'copied'
  | 'suspended'
  | 'resumed'
  | 'jumped'
  | 'migrated'
  | 'message'
  | 'service'
  | 'timer'
  | 'incident'
  | 'commented'
  | 'urged'
  | 'ended'

/** What happened in a case, as it is hashed and kept. Everything but the idempotency key and the stored answer. */
export interface HistoryRecord {
  id: string
  caseId: string
  seq: number
  /** Version of the case after the act: tells a reader of an older version what came since. */
  caseVersion: number
  at: string
  kind: HistoryKind
  taskId: string | null
  elementId: string | null
  elementName: string | null
  round: number | null
  seat: number | null
  seats: number | null
  personId: string | null
  personName: string | null
  unitName: string | null
  toName: string | null
  decision: string | null
  opinion: string | null
  changes: readonly HistoryChange[]
  /** Ids of the completed tasks that this act strikes out. */
  undoes: readonly string[]
}

export interface LinkedRecord extends HistoryRecord {
  hash: string
}

/** Place and hash of the last record of a case. */
export interface HistoryHead {
  seq: number
  hash: string
}

/** What stands before the first record. */
export const GENESIS: HistoryHead = { seq: 0, hash: '0'.repeat(64) }

/** A record before it has its place: what is not said is null. */
export type HistoryDraft = Pick<HistoryRecord, 'kind'> &
  Partial<Omit<HistoryRecord, 'seq' | 'caseId' | 'caseVersion' | 'at'>>

/**
 * Appends drafts to the chain of a case: each record's hash covers the hash of the one before it.
 *
 * @returns the records in order, and the new head for the case to keep, so that the next append needs no query
 */
export function appendHistory(
  head: HistoryHead,
  drafts: readonly HistoryDraft[],
  { caseId, caseVersion, at, newId }: { caseId: string; caseVersion: number; at: string; newId: () => string },
): { records: LinkedRecord[]; head: HistoryHead } {
  let { seq, hash } = head
  const records = drafts.map((draft) => {
    seq += 1
    const record: HistoryRecord = { ...EMPTY, ...draft, id: draft.id ?? newId(), caseId, seq, caseVersion, at }
    hash = hashRecord(hash, record)
    return { ...record, hash }
  })
  return { records, head: { seq, hash } }
}

/**
 * SM3 over the canonical JSON of the record and the hash before it, in hex.
 *
 * Source: GB/T 32905-2016 (SM3), RFC 8785 (JSON canonicalization).
 */
export function hashRecord(previous: string, record: HistoryRecord): string {
  return createHash('sm3').update(canonicalJson({ previous, record })).digest('hex')
}

const EMPTY: Omit<HistoryRecord, 'id' | 'caseId' | 'seq' | 'caseVersion' | 'at' | 'kind'> = {
  taskId: null,
  elementId: null,
  elementName: null,
  round: null,
  seat: null,
  seats: null,
  personId: null,
  personName: null,
  unitName: null,
  toName: null,
  decision: null,
  opinion: null,
  changes: [],
  undoes: [],
}
