import { bodyParser } from '@koa/bodyparser'
import type { Context, Middleware } from 'koa'
import { ServerError } from '../errors.ts'

const LIMIT = '1mb'
const MAX_DEPTH = 64
const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Reads a JSON body of at most 1 MB into `ctx.request.body`.
 *
 * @throws ServerError `MEDIA_TYPE_UNSUPPORTED` another type than JSON; `BODY_TOO_LARGE`; `BODY_MALFORMED` no JSON, deeper
 *   than 64, or with a key that would reach a prototype
 */
export function jsonBody(): Middleware {
  const parse = bodyParser({
    enableTypes: ['json'],
    jsonLimit: LIMIT,
    parsedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
    onError: refuse,
  })
  return async function readJson(ctx, next) {
    if (!ctx.is('application/json')) {
      throw new ServerError('MEDIA_TYPE_UNSUPPORTED', {
        detail: '请求内容应为 JSON（Content-Type: application/json）。',
      })
    }
    await parse(ctx, async () => {
      refuseUnsafe(ctx.request.body, 0)
      await next()
    })
  }
}

function refuse(error: Error, _ctx: Context): never {
  const status = 'status' in error ? error.status : undefined
  if (status === 413) throw new ServerError('BODY_TOO_LARGE', { detail: '请求内容超过 1 MB。' }, { cause: error })
  if (status === 415) throw new ServerError('MEDIA_TYPE_UNSUPPORTED', {}, { cause: error })
  throw new ServerError('BODY_MALFORMED', {}, { cause: error })
}

function refuseUnsafe(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return
  if (depth > MAX_DEPTH) throw new ServerError('BODY_MALFORMED', { detail: `请求内容的层次超过 ${MAX_DEPTH} 层。` })
  if (Array.isArray(value)) {
    for (const item of value) refuseUnsafe(item, depth + 1)
    return
  }
  for (const key of Object.keys(value)) {
    if (UNSAFE_KEYS.has(key)) throw new ServerError('BODY_MALFORMED', { detail: `请求内容里不允许有“${key}”这个键。` })
    refuseUnsafe((value as Record<string, unknown>)[key], depth + 1)
  }
}
