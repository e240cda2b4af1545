import type { Sql, SqlValue } from '../../db/sql.ts'
import type { Vault } from '../../db/vault.ts'
import { ServerError } from '../../errors.ts'
import type { CaseRecord, CaseStatus } from './case-record.ts'

export interface CaseRow {
  id: string
  number: string
  matter_key: string
  matter_title: string
  matter_version: number
  status: CaseStatus
  version: number
  round: number
  title: string
  digest: string
  initiator_id: string
  initiator_name: string
  initiator_unit: string
  form_values: string
  instance: string
  opinions: string
  waiting: string
  started_at: string
  ended_at: string | null
  updated_at: string
  history_seq: number
  history_head: string
}

const COLUMNS: ReadonlyArray<keyof CaseRow> = [
  'id',
  'number',
  'matter_key',
  'matter_title',
  'matter_version',
  'status',
  'version',
  'round',
  'title',
  'digest',
  'initiator_id',
  'initiator_name',
  'initiator_unit',
  'form_values',
  'instance',
  'opinions',
  'waiting',
  'started_at',
  'ended_at',
  'updated_at',
  'history_seq',
  'history_head',
]

/** For queries that join cases: `c.id, c.number, …`. */
export const CASE_COLUMNS = COLUMNS.map((column) => `c.${column}`).join(', ')

/** Values and instance are sealed: the inputs of a service that is asked for are in the instance. */
export function casePlace(column: string, id: string): string {
  return `case_instance.${column}:${id}`
}

export async function insertCase(sql: Sql, record: CaseRecord): Promise<void> {
  const row = toRow(record, sql.vault)
  await sql.run(
    `INSERT INTO case_instance (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`,
    COLUMNS.map((column) => row[column]),
  )
}

/**
 * Saves a case as it was read. A remark adds to the history and leaves the version, so both are compared.
 *
 * @throws ServerError `CASE_CHANGED` when somebody else changed the case since it was read
 */
export async function updateCase(
  sql: Sql,
  record: CaseRecord,
  read: Pick<CaseRecord, 'version' | 'head'>,
): Promise<void> {
  const row = toRow(record, sql.vault)
  const values: SqlValue[] = [
    row.matter_version,
    row.status,
    row.version,
    row.round,
    row.title,
    row.digest,
    row.form_values,
    row.instance,
    row.opinions,
    row.waiting,
    row.ended_at,
    row.updated_at,
    row.history_seq,
    row.history_head,
    row.id,
    read.version,
    read.head.seq,
  ]
  const count = await sql.run(
    `UPDATE case_instance SET matter_version = ?, status = ?, version = ?, round = ?, title = ?, digest = ?, form_values = ?, instance = ?,
       opinions = ?, waiting = ?, ended_at = ?, updated_at = ?, history_seq = ?, history_head = ?
     WHERE id = ? AND version = ? AND history_seq = ?`,
    values,
  )
  if (count === 0) throw new ServerError('CASE_CHANGED', { caseId: record.id })
}

/** Keeps every other command off a case until the transaction ends. */
export async function lockCase(sql: Sql, id: string): Promise<void> {
  await sql.first(`SELECT id FROM case_instance WHERE id = ?${sql.locking}`, [id])
}

/** A case as it is, locked until the transaction ends: for commands that nobody sees who could be told to try again. */
export function findCaseLocked(sql: Sql, id: string): Promise<CaseRecord | undefined> {
  return find(sql, id, sql.locking)
}

export function findCase(sql: Sql, id: string): Promise<CaseRecord | undefined> {
  return find(sql, id, '')
}

async function find(sql: Sql, id: string, locking: string): Promise<CaseRecord | undefined> {
  const row = await sql.first<CaseRow>(`SELECT ${CASE_COLUMNS} FROM case_instance c WHERE c.id = ?${locking}`, [id])
  return row && toCase(row, sql.vault)
}

export function toCase(row: CaseRow, vault: Vault): CaseRecord {
  return {
    id: row.id,
    number: row.number,
    matterKey: row.matter_key,
    matterTitle: row.matter_title,
    matterVersion: row.matter_version,
    status: row.status,
    version: row.version,
    round: row.round,
    title: row.title,
    digest: row.digest,
    initiatorId: row.initiator_id,
    initiatorName: row.initiator_name,
    initiatorUnit: row.initiator_unit,
    values: JSON.parse(vault.open(row.form_values, casePlace('form_values', row.id))),
    instance: JSON.parse(vault.open(row.instance, casePlace('instance', row.id))),
    opinions: JSON.parse(row.opinions),
    waiting: JSON.parse(row.waiting),
    startedAt: row.started_at,
    endedAt: row.ended_at,
    updatedAt: row.updated_at,
    head: { seq: row.history_seq, hash: row.history_head },
  }
}

function toRow(record: CaseRecord, vault: Vault): CaseRow {
  return {
    id: record.id,
    number: record.number,
    matter_key: record.matterKey,
    matter_title: record.matterTitle,
    matter_version: record.matterVersion,
    status: record.status,
    version: record.version,
    round: record.round,
    title: record.title,
    digest: record.digest,
    initiator_id: record.initiatorId,
    initiator_name: record.initiatorName,
    initiator_unit: record.initiatorUnit,
    form_values: vault.seal(JSON.stringify(record.values), casePlace('form_values', record.id)),
    instance: vault.seal(JSON.stringify(record.instance), casePlace('instance', record.id)),
    opinions: JSON.stringify(record.opinions),
    waiting: JSON.stringify(record.waiting),
    started_at: record.startedAt,
    ended_at: record.endedAt,
    updated_at: record.updatedAt,
    history_seq: record.head.seq,
    history_head: record.head.hash,
  }
}
