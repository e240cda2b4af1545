import type { Context, Middleware } from 'koa'
import type { AuditEntry, AuditLog } from '../audit/audit-log.ts'
import type { AuditObject } from '../audit/audit-record.ts'
import { toProblem } from './problem.ts'

/** Told as not found to whom it is not shown: that somebody asked for it is worth knowing. */
const HIDDEN = new Set(['CASE_NOT_FOUND', 'REGISTER_NOT_FOUND', 'FILE_NOT_FOUND'])
const FAILED_SIGN_IN = new Set(['TICKET_INVALID', 'TICKET_EXPIRED', 'PERSON_UNKNOWN'])
/** The same again within it is not written again: who asks a thousand times fills no table. */
const SILENCE_MS = 60_000
const MOST_REMEMBERED = 10_000

/** What the id in an address names. */
const OBJECTS: Record<string, AuditObject['type']> = {
  caseId: 'case',
  taskId: 'task',
  fileId: 'file',
  sessionId: 'session',
  migrationId: 'migration',
  key: 'definition',
  name: 'message',
}

/**
 * Writes down who was refused: what a person may not do, and sign-ins that failed. The refusal is answered even where it cannot be written.
 *
 * @param onError hears why it could not be written
 */
export function auditRefusals(audit: Pick<AuditLog, 'record'>, onError: (error: unknown) => void): Middleware {
  const lately = new Map<string, number>()

  return async function auditRefusal(ctx, next) {
    try {
      await next()
    } catch (error) {
      const entry = refusalOf(ctx as unknown as Context, error)
      if (entry && isNew(entry)) await audit.record(entry).catch(onError)
      throw error
    }
  }

  function isNew({ kind, personId, address, object, detail }: AuditEntry): boolean {
    const key = JSON.stringify([kind, personId, address, object, detail])
    const now = performance.now()
    const before = lately.get(key)
    if (before !== undefined && now - before < SILENCE_MS) return false
    lately.delete(key)
    lately.set(key, now)
    const [oldest] = lately.keys()
    if (lately.size > MOST_REMEMBERED && oldest !== undefined) lately.delete(oldest)
    return true
  }
}

function refusalOf(ctx: Context, error: unknown): AuditEntry | undefined {
  const { code, status } = toProblem(error)
  const actor = ctx.state.actor
  const failed = FAILED_SIGN_IN.has(code)
  if (!failed && !(actor && (status === 403 || HIDDEN.has(code)))) return undefined
  return {
    kind: failed ? 'signInFailed' : 'refused',
    outcome: 'refused',
    personId: actor?.person.id ?? ctx.state.claimedPerson ?? null,
    address: ctx.ip,
    requestId: ctx.state.requestId,
    object: failed ? undefined : objectIn(ctx),
    detail: failed ? code : `${code} ${ctx.method} ${ctx.state.route ?? ''}`.trim(),
  }
}

function objectIn({ params, state }: Context): AuditObject | undefined {
  const found = Object.entries(OBJECTS).find(([name]) => params?.[name] !== undefined)
  if (!found) return undefined
  const [name, type] = found
  const isRegister = name === 'key' && /\/registers\//.test(state.route ?? '')
  return { type: isRegister ? 'register' : type, id: String(params[name]) }
}
