import { decodeCursor, toPage } from '../db/keyset-cursor.ts'
import { placeholders, type Sql, type SqlValue } from '../db/sql.ts'
import {
  AUDIT_GENESIS,
  type AuditHead,
  type AuditKind,
  type AuditRecord,
  type LinkedAuditRecord,
  linkAudit,
} from './audit-record.ts'

interface AuditRow {
  seq: number
  id: string
  at: string
  kind: AuditKind
  outcome: AuditRecord['outcome']
  person_id: string | null
  person_name: string
  unit_name: string
  address: string
  object_type: AuditRecord['objectType']
  object_id: string
  detail: string
  request_id: string
  hash: string
}

/** What of the audit is asked for: everything named must hold. */
export interface AuditFilter {
  kind?: AuditKind
  personId?: string
  /** Id of a case, key of a definition, …, whole. */
  objectId?: string
  /** Instants; `from` is within, `to` is not. */
  from?: string
  to?: string
}

const COLUMNS =
  'seq, id, at, kind, outcome, person_id, person_name, unit_name, address, object_type, object_id, detail, request_id, hash'

/**
 * Appends to the table `audit_log`. The head stays locked until the transaction ends: call it last, so that nothing that waits for
 * something else holds it.
 */
export async function appendAudit(sql: Sql, drafts: ReadonlyArray<Omit<AuditRecord, 'seq'>>): Promise<void> {
  if (drafts.length === 0) return
  const before = (await readHead(sql, sql.locking)) ?? (await beginChain(sql))
  const { records, head } = linkAudit(before, drafts)
  await sql.run(
    `INSERT INTO audit_log (${COLUMNS}) VALUES ${placeholders(records.length, 14)}`,
    records.flatMap(toValues),
  )
  await sql.run('UPDATE audit_head SET seq = ?, hash = ? WHERE id = 1', [head.seq, head.hash])
}

/** The last record that the table claims to have. */
export async function readAuditHead(sql: Sql): Promise<AuditHead> {
  return (await readHead(sql)) ?? AUDIT_GENESIS
}

function readHead(sql: Sql, locking = ''): Promise<AuditHead | undefined> {
  return sql.first<AuditHead>(`SELECT seq, hash FROM audit_head WHERE id = 1${locking}`)
}

/** Where records are there already, the first of the new ones takes a place that is taken, and the database refuses it. */
async function beginChain(sql: Sql): Promise<AuditHead> {
  await sql.insertNew('audit_head', { id: 1, ...AUDIT_GENESIS })
  return (await readHead(sql, sql.locking)) ?? AUDIT_GENESIS
}

/** Records after a place of the chain, first to last. */
export async function readAuditAfter(sql: Sql, seq: number, limit: number): Promise<LinkedAuditRecord[]> {
  const rows = await sql.all<AuditRow>(`SELECT ${COLUMNS} FROM audit_log WHERE seq > ? ORDER BY seq LIMIT ?`, [
    seq,
    limit,
  ])
  return rows.map(toRecord)
}

/** The last first. @throws ServerError `CURSOR_INVALID` */
export async function listAudit(
  sql: Sql,
  { kind, personId, objectId, from, to }: AuditFilter,
  { cursor, limit }: { cursor?: string; limit: number },
) {
  const conditions = ['1 = 1']
  const values: SqlValue[] = []
  const demand = (condition: string, ...bound: Array<SqlValue | undefined>) => {
    if (bound[0] === undefined) return
    conditions.push(condition)
    values.push(...bound.map((value) => value ?? ''))
  }
  demand('kind = ?', kind)
  demand('person_id = ?', personId)
  demand('object_id = ?', objectId)
  demand('at >= ?', from)
  demand('at < ?', to)
  if (cursor !== undefined) {
    const [at, seq] = decodeCursor(cursor, 2)
    demand('(at < ? OR (at = ? AND seq < ?))', at ?? '', at, seq)
  }
  const rows = await sql.all<AuditRow>(
    `SELECT ${COLUMNS} FROM audit_log WHERE ${conditions.join(' AND ')} ORDER BY at DESC, seq DESC LIMIT ?`,
    [...values, limit + 1],
  )
  return toPage(rows.map(toRecord), limit, ({ at, seq }) => [at, seq])
}

function toValues(record: LinkedAuditRecord): SqlValue[] {
  return [
    record.seq,
    record.id,
    record.at,
    record.kind,
    record.outcome,
    record.personId,
    record.personName,
    record.unitName,
    record.address,
    record.objectType,
    record.objectId,
    record.detail,
    record.requestId,
    record.hash,
  ]
}

function toRecord(row: AuditRow): LinkedAuditRecord {
  return {
    seq: row.seq,
    id: row.id,
    at: row.at,
    kind: row.kind,
    outcome: row.outcome,
    personId: row.person_id,
    personName: row.person_name,
    unitName: row.unit_name,
    address: row.address,
    objectType: row.object_type,
    objectId: row.object_id,
    detail: row.detail,
    requestId: row.request_id,
    hash: row.hash,
  }
}
