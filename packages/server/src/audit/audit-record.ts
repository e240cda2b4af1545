import { createHash } from 'node:crypto'
import { canonicalJson } from '../canonical-json.ts'

/**
 * What is written down beside the history of the cases: who came and went, who saw or took away what is not shown to everybody, what
 * an administrator changed, and who was refused.
 *
 * - `signIn`, `signOut`, `signInFailed`, `sessionEnded` (by its person elsewhere, or by the security administrator);
 * - `reveal` of one masked value, `print` of a case, `download` of somebody else's file, `export` of a list;
 * - `publish`, `schedule` and `unschedule` (to be published at a set time), `discard`, `restore` of definitions, `migrate` of open cases;
 * - `refused`: 403, and what is hidden from who may not see it.
 */
export const AUDIT_KINDS = [
  'signIn',
  'signOut',
  'signInFailed',
  'sessionEnded',
  'reveal',
  'print',
  'download',
  'export',
  'publish',
  'schedule',
  'unschedule',
  'discard',
  'restore',
  'migrate',
  'refused',
] as const
export type AuditKind = (typeof AUDIT_KINDS)[number]

/** What was touched. */
export interface AuditObject {
  type: 'case' | 'task' | 'file' | 'register' | 'definition' | 'session' | 'migration' | 'message' | 'list' | 'none'
  id: string
}

/** One record, as it is hashed and kept. Never holds a value of a form, only where it stands. */
export interface AuditRecord {
  seq: number
  id: string
  at: string
  kind: AuditKind
  outcome: 'done' | 'refused'
  /** Null where nobody was signed in and nobody was named. */
  personId: string | null
  /** As they were called then. */
  personName: string
  unitName: string
  address: string
  objectType: AuditObject['type']
  objectId: string
  /** Path of a revealed field, versions of a migration, code of a refusal. */
  detail: string
  requestId: string
}

export interface LinkedAuditRecord extends AuditRecord {
  hash: string
}

/** Place and hash of the last record. */
export interface AuditHead {
  seq: number
  hash: string
}

/** What stands before the first record. */
export const AUDIT_GENESIS: AuditHead = { seq: 0, hash: '0'.repeat(64) }

/** Appends records to the chain: the hash of each covers the hash of the one before it. */
export function linkAudit(
  head: AuditHead,
  drafts: ReadonlyArray<Omit<AuditRecord, 'seq'>>,
): { records: LinkedAuditRecord[]; head: AuditHead } {
  let { seq, hash } = head
  const records = drafts.map((draft) => {
    seq += 1
    const record: AuditRecord = { seq, ...draft }
    hash = hashAudit(hash, record)
    return { ...record, hash }
  })
  return { records, head: { seq, hash } }
}

/**
 * SM3 over the canonical JSON of the record and the hash before it, in hex.
 *
 * Source: GB/T 32905-2016 (SM3), RFC 8785 (JSON canonicalization).
 */
export function hashAudit(previous: string, record: AuditRecord): string {
  return createHash('sm3').update(canonicalJson({ previous, record })).digest('hex')
}
