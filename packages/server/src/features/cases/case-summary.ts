import type { z } from 'zod'
import type { ListedCase } from './case-schema.ts'

/** What a list shows of a case, as it stands in `case_instance` and in `archived_case`. */
export interface CaseSummaryRow {
  id: string
  number: string
  matter_key: string
  matter_title: string
  status: z.input<typeof ListedCase>['status']
  round: number
  title: string
  digest: string
  initiator_id: string
  initiator_name: string
  initiator_unit: string
  started_at: string
  ended_at: string | null
  updated_at: string
}

const NAMES = [
  'id',
  'number',
  'matter_key',
  'matter_title',
  'status',
  'round',
  'title',
  'digest',
  'initiator_id',
  'initiator_name',
  'initiator_unit',
  'started_at',
  'ended_at',
  'updated_at',
] satisfies Array<keyof CaseSummaryRow>

/** The columns of a summary, of the table that is called so in a statement. */
export function summaryColumns(table: string): string {
  return NAMES.map((name) => `${table}.${name}`).join(', ')
}

/** Without what only the one kind of list knows: where the case stands, the copy, the archive. */
export function summaryOf(row: CaseSummaryRow): Omit<z.input<typeof ListedCase>, 'at' | 'copy' | 'archivedAt'> {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    digest: row.digest,
    matter: { key: row.matter_key, title: row.matter_title },
    status: row.status,
    initiator: { id: row.initiator_id, name: row.initiator_name, unitName: row.initiator_unit },
    startedAt: row.started_at,
    endedAt: row.ended_at,
    updatedAt: row.updated_at,
    round: row.round,
  }
}
