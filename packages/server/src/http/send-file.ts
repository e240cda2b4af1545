import type { Context } from 'koa'

/** Shown inside the page; every other type is downloaded. */
const INLINE = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'application/pdf'])

export interface FileAnswer {
  name: string
  /** Media type. */
  type: string
  bytes: Buffer
  /** Digest of the bytes, where they never change. */
  etag?: string
}

/** Sends a file that somebody else made: it may show itself, and nothing more. */
export function sendFile(ctx: Context, { name, type, bytes, etag }: FileAnswer): void {
  const disposition = INLINE.has(type) ? 'inline' : 'attachment'
  ctx.set('Content-Disposition', `${disposition}; filename*=UTF-8''${encodeExtended(name)}`)
  ctx.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
  ctx.status = 200
  if (etag !== undefined) {
    ctx.set('Cache-Control', 'private, no-cache')
    ctx.etag = etag
    if (ctx.fresh) {
      ctx.status = 304
      return
    }
  }
  ctx.type = type
  ctx.body = bytes
}

/** RFC 8187: percent-encoded UTF-8, with `'()*` encoded too. */
function encodeExtended(text: string): string {
  return encodeURIComponent(text).replaceAll(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
}
