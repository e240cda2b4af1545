import type { z } from 'zod'
import type { LinkedAuditRecord } from '../../audit/audit-record.ts'
import { type AuditFilter, listAudit } from '../../audit/audit-repository.ts'
import { type AuditReport, verifyAudit } from '../../audit/verify-audit.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/database.ts'
import { ServerError } from '../../errors.ts'
import type { AuditEntry, AuditExportQuery, AuditList, AuditQuery, AuditVerification } from './audit-schema.ts'

/** More rows than this nobody reads in a workbook. */
export const MOST_EXPORTED = 50_000
const PAGE = 1000

export interface AuditServiceDeps {
  db: Pick<Database, 'read'>
  clock: Clock
}

/** The audit as its administrator reads it. */
export function createAuditService({ db, clock }: AuditServiceDeps) {
  let verifying: Promise<AuditReport & { verifiedAt: string }> | undefined

  async function verify() {
    const verifiedAt = clock()
    return { ...(await verifyAudit(db)), verifiedAt }
  }

  return {
    /** @throws ServerError `CURSOR_INVALID` */
    async list({ cursor, limit, ...filter }: z.output<typeof AuditQuery>): Promise<z.input<typeof AuditList>> {
      const { items, nextCursor } = await listAudit(db.read, toFilter(filter), { cursor, limit })
      return { items: items.map(presentAudit), nextCursor }
    },

    /** @throws ServerError `EXPORT_TOO_LARGE` */
    async readAll(query: z.output<typeof AuditExportQuery>): Promise<Array<z.input<typeof AuditEntry>>> {
      const all: LinkedAuditRecord[] = []
      for (let cursor: string | undefined; ; ) {
        const { items, nextCursor } = await listAudit(db.read, toFilter(query), { cursor, limit: PAGE })
        all.push(...items)
        if (nextCursor === null) return all.map(presentAudit)
        if (all.length >= MOST_EXPORTED) throw new ServerError('EXPORT_TOO_LARGE', { most: MOST_EXPORTED })
        cursor = nextCursor
      }
    },

    /** Whoever asks while it runs hears of the same run. */
    verify(): Promise<z.input<typeof AuditVerification>> {
      verifying ??= verify().finally(() => {
        verifying = undefined
      })
      return verifying
    },
  }
}

export type AuditService = ReturnType<typeof createAuditService>

function toFilter({ kind, person, object, from, to }: z.output<typeof AuditExportQuery>): AuditFilter {
  return { kind, personId: person, objectId: object, from, to }
}

function presentAudit(record: LinkedAuditRecord): z.input<typeof AuditEntry> {
  const { seq, id, at, kind, outcome, address, detail, requestId, hash } = record
  const { personId, personName, unitName, objectType, objectId } = record
  return {
    seq,
    id,
    at,
    kind,
    outcome,
    person: personId === null ? null : { id: personId, name: personName || personId, unitName },
    address,
    object: objectType === 'none' ? null : { type: objectType, id: objectId },
    detail,
    requestId,
    hash,
  }
}
