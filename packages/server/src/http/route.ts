import type { Context } from 'koa'
import type { z } from 'zod'
import type { AuditKind, AuditObject } from '../audit/audit-record.ts'
import type { Actor, AdministratorKind } from './actor.ts'
import type { Upload } from './upload.ts'

/**
 * One route of the API, said once: the router checks requests with it, `openapi.json` and the table of who may what
 * are derived from it.
 */
export interface Endpoint<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  /** A verb and a noun, unique: `listTasks`. */
  operationId: string
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Below `/api/v1`, parameters as `:name`: `/tasks/:taskId/actions`. */
  path: string
  tag: string
  summary: string
  /**
   * `anyone`: no session needed. `person`: a signed-in person; the service decides about the object. `administrator`,
   * `security`, `auditor`: a person with the role of the system, security or audit administrator. `integration`: a system account.
   */
  who: 'anyone' | 'person' | AdministratorKind | 'integration'
  params?: P
  query?: Q
  /** JSON body; `file` is one multipart file called `file`. */
  body?: B | 'file'
  /** `file` and `events`: the answer sends it by `exchange.ctx`; `none`: no body. */
  response: R | 'file' | 'events' | 'none'
  /**
   * How the audit hears of it; every file that goes out and every change by an administrator says it. A rule is written down before the
   * answer goes out; `byService`: the service writes it down, together with what it changes; `no`: nothing that is in force changes.
   */
  audited?: AuditRule | 'byService' | 'no'
  /** Status of success: 200 by default, 204 without a body. */
  status?: number
}

/** What is written down of a request that was answered. */
export interface AuditRule {
  kind: AuditKind
  object(params: Readonly<Record<string, string>>): AuditObject
}

/** A request whose parts are checked. */
export interface Exchange<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  params: z.output<P>
  query: z.output<Q>
  body: z.output<B>
  /** The file of an endpoint whose body is `file`. */
  upload: Upload
  /** Who asks. Of an `anyone` endpoint: reading it without a session throws `SESSION_REQUIRED`. */
  actor: Actor
  /** Value of `Idempotency-Key`, if the request carries one. */
  idempotencyKey: string | undefined
  /** Value of `If-Match` without its quotes, if the request carries one. */
  ifMatch: string | undefined
  /** For files and streams; a JSON answer is simply returned. */
  ctx: Context
}

/** An endpoint and the function that answers it. */
export interface Route {
  endpoint: Endpoint
  answer(exchange: Exchange<z.ZodType, z.ZodType, z.ZodType>): unknown
}

/** Declares an endpoint and keeps the types of its schemas. */
export function endpoint<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  declaration: Endpoint<P, Q, B, R>,
): Endpoint<P, Q, B, R> {
  return declaration
}

/** Binds an endpoint to its answer; the types of the schemas reach the function. */
export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  answer: (exchange: Exchange<P, Q, B>) => z.input<R> | Promise<z.input<R>> | undefined | Promise<undefined>,
): Route {
  return { endpoint: endpoint as unknown as Endpoint, answer: answer as unknown as Route['answer'] }
}
