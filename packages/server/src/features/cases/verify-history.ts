import type { Database } from '../../db/database.ts'
import { GENESIS, type HistoryRecord, hashRecord } from './history-chain.ts'
import { readHistory } from './history-repository.ts'

export interface HistoryBreak {
  caseId: string
  /** Place of the first record that does not fit. */
  seq: number
  reason: 'changed' | 'missing' | 'head'
}

export interface HistoryReport {
  cases: number
  records: number
  /** At most one a case: nothing after the first break can be trusted. */
  broken: HistoryBreak[]
}

const PAGE = 200

/** Recomputes the chain of one case, or of every case, archived ones too, and compares it with what is stored. */
export async function verifyHistory(db: Pick<Database, 'read'>, caseId?: string): Promise<HistoryReport> {
  const report: HistoryReport = { cases: 0, records: 0, broken: [] }
  let after = ''
  for (;;) {
    const cases = caseId
      ? await db.read.all<CaseHead>('SELECT id, history_seq, history_head FROM case_instance WHERE id = ?', [caseId])
      : await db.read.all<CaseHead>(
          'SELECT id, history_seq, history_head FROM case_instance WHERE id > ? ORDER BY id LIMIT ?',
          [after, PAGE],
        )
    for (const one of cases) {
      const records = await readHistory(db.read, one.id)
      report.cases += 1
      report.records += records.length
      const broken = findBreak(one, records)
      if (broken) report.broken.push(broken)
    }
    if (caseId || cases.length < PAGE) break
    after = cases.at(-1)?.id ?? after
  }
  await verifyArchived(db, report, caseId)
  return report
}

/** The chains of archived cases, which lie there as they were; one that was removed has none any more. */
async function verifyArchived(db: Pick<Database, 'read'>, report: HistoryReport, caseId?: string): Promise<void> {
  const one = caseId === undefined ? '' : ' AND id = ?'
  for (let after = ''; ; ) {
    const cases = await db.read.all<CaseHead & { history: string }>(
      `SELECT id, history_seq, history_head, history FROM archived_case WHERE id > ? AND removed_at IS NULL${one} ORDER BY id LIMIT ?`,
      caseId === undefined ? [after, PAGE] : [after, caseId, PAGE],
    )
    for (const head of cases) {
      const records: Awaited<ReturnType<typeof readHistory>> = JSON.parse(head.history)
      report.cases += 1
      report.records += records.length
      const broken = findBreak(head, records)
      if (broken) report.broken.push(broken)
    }
    if (cases.length < PAGE) return
    after = cases.at(-1)?.id ?? after
  }
}

interface CaseHead {
  id: string
  history_seq: number
  history_head: string
}

function findBreak(head: CaseHead, records: Awaited<ReturnType<typeof readHistory>>): HistoryBreak | undefined {
  let { seq, hash } = GENESIS
  for (const { hash: stored, ...record } of records) {
    seq += 1
    if (record.seq !== seq) return { caseId: head.id, seq, reason: 'missing' }
    hash = hashRecord(hash, record satisfies HistoryRecord)
    if (hash !== stored) return { caseId: head.id, seq, reason: 'changed' }
  }
  if (seq < head.history_seq) return { caseId: head.id, seq: seq + 1, reason: 'missing' }
  if (seq > head.history_seq || hash !== head.history_head) return { caseId: head.id, seq, reason: 'head' }
  return undefined
}
