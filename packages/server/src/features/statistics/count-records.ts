import { chinaDate } from '../../services/china-date.ts'
import type { HistoryKind } from '../cases/history-chain.ts'
import { bucketOf } from './duration-buckets.ts'

export type Measure = 'started' | 'ended' | 'rejected' | 'decided' | 'late' | 'returned'

/** A history row with what its case and its task know of it. */
export interface CountedRecord {
  id: string
  at: string
  kind: HistoryKind
  elementId: string | null
  unitName: string | null
  decision: string | null
  matterKey: string
  initiatorUnit: string
  startedAt: string
  receivedAt: string | null
  dueAt: string | null
}

export interface Count {
  month: string
  matterKey: string
  unitName: string
  elementId: string
  measure: Measure
  bucket: number
  amount: number
}

/** What these records add to the counts; equal places are added up. Pure. */
export function countRecords(records: readonly CountedRecord[]): Count[] {
  const counts = new Map<string, Count>()
  for (const record of records) {
    for (const [measure, bucket] of measures(record)) {
      const whole = measure === 'started' || measure === 'ended' || measure === 'rejected'
      const count = {
        month: chinaDate(record.at).slice(0, 7),
        matterKey: record.matterKey,
        unitName: whole ? record.initiatorUnit : (record.unitName ?? ''),
        elementId: whole ? '' : (record.elementId ?? ''),
        measure,
        bucket,
        amount: 1,
      }
      const place = JSON.stringify({ ...count, amount: 0 })
      const known = counts.get(place)
      if (known) known.amount += 1
      else counts.set(place, count)
    }
  }
  return [...counts.values()]
}

function measures({ kind, at, decision, startedAt, receivedAt, dueAt }: CountedRecord): Array<[Measure, number]> {
  switch (kind) {
    case 'started':
      return [['started', 0]]
    case 'ended':
      return [[decision === 'completed' ? 'ended' : 'rejected', bucketOf(seconds(startedAt, at))]]
    case 'completed':
    case 'returned': {
      const decided: Array<[Measure, number]> =
        receivedAt === null ? [] : [['decided', bucketOf(seconds(receivedAt, at))]]
      if (dueAt !== null && dueAt < at) decided.push(['late', 0])
      if (kind === 'returned') decided.push(['returned', 0])
      return decided
    }
    default:
      return []
  }
}

function seconds(from: string, to: string): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000)
}
