import type { Context } from 'koa'
import type { z } from 'zod'
import type { Actor } from './actor.ts'

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
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Below `/api/v1`, parameters as `:name`: `/tasks/:taskId/actions`. */
  path: string
  tag: string
  summary: string
  /** `anyone`: no session needed. `person`: a signed-in person; the service decides about the object. `integration`: a system account. */
  who: 'anyone' | 'person' | 'integration'
  params?: P
  query?: Q
  /** JSON body; `file` is one multipart file called `file`. */
  body?: B | 'file'
  response: R | 'file' | 'none'
  /** Status of success, 200 by default. */
  status?: number
}

/** A request whose parts are checked. */
export interface Exchange<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  params: z.output<P>
  query: z.output<Q>
  body: z.output<B>
  actor: Actor
  /** Value of `Idempotency-Key`, if the request carries one. */
  idempotencyKey: string | undefined
  /** For files and streams; a JSON answer is simply returned. */
  ctx: Context
}

/** An endpoint and the function that answers it. */
export interface Route {
  endpoint: Endpoint
  answer(exchange: Exchange<z.ZodType, z.ZodType, z.ZodType>): unknown
}

/** Binds an endpoint to its answer; the types of the schemas reach the function. */
export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  answer: (exchange: Exchange<P, Q, B>) => z.input<R> | Promise<z.input<R>> | undefined | Promise<undefined>,
): Route {
  return { endpoint: endpoint as Endpoint, answer: answer as Route['answer'] }
}
