import type { Knex } from 'knex'
import { AUDIT_GENESIS, type AuditKind, linkAudit } from '../../audit/audit-record.ts'

const ID = 64
const INSTANT = 24
const PAGE = 500

interface EarlierRow {
  id: string
  at: string
  person_id: string
  kind: string
  case_id: string | null
  path: string | null
  address: string | null
}

/**
 * The audit as a chain: each record's hash covers the one before it, and `audit_head` names the last. What the table `audit` holds is
 * carried over; servers of the release before still write to it, so it goes two releases later.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('audit_log', (table) => {
    table.integer('seq').primary()
    table.string('id', ID).notNullable()
    table.string('at', INSTANT).notNullable()
    table.string('kind', 32).notNullable()
    table.string('outcome', 8).notNullable()
    table.string('person_id', ID)
    table.string('person_name', 191).notNullable()
    table.string('unit_name', 191).notNullable()
    table.string('address', 64).notNullable()
    table.string('object_type', 16).notNullable()
    table.string('object_id', 191).notNullable()
    table.string('detail', 191).notNullable()
    table.string('request_id', 64).notNullable()
    table.string('hash', 64).notNullable()
    table.index(['at', 'seq'])
    table.index(['kind', 'at', 'seq'])
    table.index(['person_id', 'at', 'seq'])
    table.index(['object_id', 'at', 'seq'])
  })
  await knex.schema.createTable('audit_head', (table) => {
    table.integer('id').primary()
    table.integer('seq').notNullable()
    table.string('hash', 64).notNullable()
  })
  let head = AUDIT_GENESIS
  for (let after = ''; ; ) {
    const rows: EarlierRow[] = await knex('audit').where('id', '>', after).orderBy('id').limit(PAGE)
    const linked = linkAudit(head, rows.map(carriedOver))
    head = linked.head
    const written = linked.records.map((record) => ({
      seq: record.seq,
      id: record.id,
      at: record.at,
      kind: record.kind,
      outcome: record.outcome,
      person_id: record.personId,
      person_name: record.personName,
      unit_name: record.unitName,
      address: record.address,
      object_type: record.objectType,
      object_id: record.objectId,
      detail: record.detail,
      request_id: record.requestId,
      hash: record.hash,
    }))
    await knex.batchInsert('audit_log', written, 50)
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) break
    after = last.id
  }
  if (head.seq > 0) await knex('audit_head').insert({ id: 1, seq: head.seq, hash: head.hash })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('audit_head')
  await knex.schema.dropTable('audit_log')
}

function carriedOver({ id, at, person_id, kind, case_id, path, address }: EarlierRow) {
  return {
    id,
    at,
    kind: kind as AuditKind,
    outcome: 'done' as const,
    personId: person_id,
    personName: '',
    unitName: '',
    address: address ?? '',
    objectType: case_id === null ? ('definition' as const) : ('case' as const),
    objectId: case_id ?? path ?? '',
    detail: case_id === null ? '' : (path ?? ''),
    requestId: '',
  }
}
