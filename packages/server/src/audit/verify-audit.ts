import type { Database } from '../db/database.ts'
import { AUDIT_GENESIS, type AuditHead, type AuditRecord, hashAudit } from './audit-record.ts'
import { readAuditAfter, readAuditHead } from './audit-repository.ts'

export interface AuditReport {
  /** Records that fit, from the first. */
  records: number
  /** The last record that fits: who keeps it elsewhere can tell later whether the end was cut off. */
  head: AuditHead
  /** The first place that does not fit; nothing after it can be trusted. */
  broken: { seq: number; reason: 'changed' | 'missing' | 'head' } | null
}

const PAGE = 500

/** Recomputes the chain of the audit and compares it with what is stored. */
export async function verifyAudit(db: Pick<Database, 'read'>): Promise<AuditReport> {
  // Read first: what is appended meanwhile is after it.
  const claimed = await readAuditHead(db.read)
  let head = AUDIT_GENESIS
  const report = (broken: AuditReport['broken']): AuditReport => ({ records: head.seq, head, broken })
  while (head.seq < claimed.seq) {
    const records = await readAuditAfter(db.read, head.seq, PAGE)
    for (const { hash: stored, ...record } of records) {
      const seq = head.seq + 1
      if (record.seq !== seq) return report({ seq, reason: 'missing' })
      const hash = hashAudit(head.hash, record satisfies AuditRecord)
      if (hash !== stored) return report({ seq, reason: 'changed' })
      head = { seq, hash }
      if (seq === claimed.seq) break
    }
    if (records.length === 0) return report({ seq: head.seq + 1, reason: 'missing' })
    // A long chain must not keep the requests of others waiting.
    await new Promise((resolve) => setImmediate(resolve))
  }
  if (head.hash !== claimed.hash) return report({ seq: head.seq, reason: 'head' })
  const [beyond] = await readAuditAfter(db.read, claimed.seq, 1)
  const grown = (await readAuditHead(db.read)).seq > claimed.seq
  return report(beyond && !grown ? { seq: beyond.seq, reason: 'head' } : null)
}
