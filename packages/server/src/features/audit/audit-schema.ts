import { z } from 'zod'
import { AUDIT_KINDS } from '../../audit/audit-record.ts'
import { Instant, PageQuery, page } from '../../http/schema.ts'

export const AuditKind = z.enum(AUDIT_KINDS).openapi('AuditKind')

export const AuditEntry = z
  .object({
    seq: z.number().int().openapi({ description: 'Place in the chain, from 1.' }),
    id: z.string(),
    at: Instant,
    kind: AuditKind,
    outcome: z.enum(['done', 'refused']),
    person: z
      .object({ id: z.string(), name: z.string(), unitName: z.string() })
      .nullable()
      .openapi({ description: 'As they were called then; null where nobody was signed in.' }),
    address: z.string().openapi({ description: 'Where the request came from.' }),
    object: z
      .object({
        type: z.enum(['case', 'task', 'file', 'register', 'definition', 'session', 'migration', 'message', 'list']),
        id: z.string(),
      })
      .nullable(),
    detail: z
      .string()
      .openapi({ description: 'Path of a revealed field, versions of a migration, code of a refusal.' }),
    requestId: z.string(),
    hash: z.string().openapi({ description: 'SM3 over the record and the hash of the one before it, in hex.' }),
  })
  .openapi('AuditEntry')
export const AuditList = page(AuditEntry).openapi('AuditList')

const filters = {
  kind: AuditKind.optional(),
  person: z.string().min(1).max(64).optional().openapi({ description: 'Id of a person.' }),
  object: z.string().trim().min(1).max(191).optional().openapi({ description: 'Id of what was touched, whole.' }),
  from: Instant.optional(),
  to: Instant.optional().openapi({ description: 'Before this instant.' }),
}
export const AuditExportQuery = z.object(filters)
export const AuditQuery = PageQuery.pick({ cursor: true, limit: true }).extend(filters)

export const AuditVerification = z
  .object({
    records: z.number().int().openapi({ description: 'Records that fit, from the first.' }),
    head: z.object({ seq: z.number().int(), hash: z.string() }).openapi({
      description: 'The last record that fits. Kept elsewhere it tells later whether the end was cut off.',
    }),
    broken: z
      .object({ seq: z.number().int(), reason: z.enum(['changed', 'missing', 'head']) })
      .nullable()
      .openapi({ description: 'The first place that does not fit; nothing after it can be trusted.' }),
    verifiedAt: Instant,
  })
  .openapi('AuditVerification')
