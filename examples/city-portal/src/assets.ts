import { readFile } from 'node:fs/promises'
import type { Context, Next } from 'koa'

const TYPES: Record<string, string> = {
  'portal.css': 'text/css; charset=utf-8',
  'portal.js': 'text/javascript; charset=utf-8',
  'approvals.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
}

/** The few files under `/assets/`. */
export async function assets(ctx: Context, next: Next) {
  const name = /^\/assets\/([a-z.]+)$/.exec(ctx.path)?.[1]
  const type = name && TYPES[name]
  if (!type) return next()
  ctx.set('content-type', type)
  ctx.set('x-content-type-options', 'nosniff')
  ctx.body = await readFile(new URL(`../assets/${name}`, import.meta.url))
}
