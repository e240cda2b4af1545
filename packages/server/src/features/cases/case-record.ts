import type { EndStatus, Instance } from '@zhupi/flows'
import type { FormValues, Opinion } from '@zhupi/forms'
import type { HistoryHead } from './history-chain.ts'

export type CaseStatus = 'running' | 'suspended' | EndStatus

/** An opinion as a case keeps it: an undone one stays in the history and is gone from its box. */
export interface KeptOpinion extends Opinion {
  /** Key of the 意见栏 it stands in. */
  field: string
  undone: boolean
}

/** An element of a diagram and the name drawn on it. */
export interface ElementName {
  id: string
  name: string
}

/** One run of a matter (办件), as it is stored. */
export interface CaseRecord {
  id: string
  number: string
  matterKey: string
  matterTitle: string
  matterVersion: number
  status: CaseStatus
  /** Raised by every command; who sends an older one is told what changed. */
  version: number
  /** 1; one more for each return. */
  round: number
  title: string
  digest: string
  initiatorId: string
  initiatorName: string
  initiatorUnit: string
  values: FormValues
  instance: Instance
  opinions: KeptOpinion[]
  /** Where it stands: elements with an open task or a wait. */
  waiting: ElementName[]
  startedAt: string
  endedAt: string | null
  updatedAt: string
  head: HistoryHead
  /** Only of an archived case. */
  archivedAt?: string
}

/** The values with every 意见栏 filled in. */
export function withOpinions(values: FormValues, opinions: readonly KeptOpinion[]): FormValues {
  const presented: FormValues = { ...values }
  for (const { field, undone, ...opinion } of opinions) {
    if (undone) continue
    const box = presented[field]
    presented[field] = Array.isArray(box) ? [...box, opinion] : [opinion]
  }
  return presented
}
