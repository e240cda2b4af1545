import type { Context } from 'koa'
import type { Actor } from '../http/actor.ts'
import type { AuditedRequest } from './audit-log.ts'

/** Who acts, as the audit names them. */
export function auditedAs({ person, address, requestId }: Actor): AuditedRequest {
  return { personId: person.id, address, requestId }
}

/** A request of somebody who is not signed in, or not yet. */
export function auditedFrom(ctx: Context, personId: string | null): AuditedRequest {
  return { personId, address: ctx.ip, requestId: ctx.state.requestId ?? '' }
}
