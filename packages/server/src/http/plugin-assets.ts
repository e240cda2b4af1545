import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'
import type { Context, Middleware } from 'koa'
import { ServerError } from '../errors.ts'
import { basePath, type HttpConfig } from './http-config.ts'

/** `/`, `/inbox`: one word below the folder. */
const VIEW = /^\/[\w-]*$/
const HASHED = /[-.][\w-]{8,}\.\w+$/

/**
 * The built plugin: its files, and `index.html` for the paths that are views of it, which all lie in one folder. Files
 * with a hash in their name never change; `index.html` and `zhupi.js` are asked for anew each time.
 */
export function pluginAssets(folder: string, config: HttpConfig): Middleware {
  const root = resolve(folder)

  return async function servePlugin(ctx, next) {
    const path = decoded(ctx.path)
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') {
      throw new ServerError('METHOD_NOT_ALLOWED', { allow: 'GET, HEAD' })
    }
    if (await sendFile(ctx, path)) return
    if (!VIEW.test(path)) return next()
    // The page's own addresses are relative: without the slash they would miss the folder.
    if (path === '/' && !/^[^?]*\/(\?|$)/.test(ctx.originalUrl)) return ctx.redirect(basePath(config))
    await sendPage(ctx)
  }

  async function sendFile(ctx: Context, path: string): Promise<boolean> {
    const file = resolve(root, `.${path}`)
    if (!file.startsWith(root + sep) || path.split('/').some((segment) => segment.startsWith('.'))) return false
    const info = await stat(file).catch(() => undefined)
    if (!info?.isFile()) return false
    const hashed = path.startsWith('/assets/') && HASHED.test(path)
    ctx.set('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    // The SDK is loaded by portals of other origins.
    if (path === '/zhupi.js') ctx.set('Cross-Origin-Resource-Policy', 'cross-origin')
    ctx.etag = `W/"${info.size.toString(16)}-${Math.floor(info.mtimeMs).toString(16)}"`
    ctx.status = 200
    if (ctx.fresh) {
      ctx.status = 304
      return true
    }
    ctx.type = extname(file)
    ctx.length = info.size
    ctx.body = createReadStream(file)
    return true
  }

  async function sendPage(ctx: Context): Promise<void> {
    ctx.set('Cache-Control', 'no-cache')
    ctx.type = 'html'
    ctx.body = await readFile(resolve(root, 'index.html'))
  }
}

function decoded(path: string): string {
  try {
    const text = decodeURIComponent(path)
    if (!text.includes('\0') && !text.includes('\\')) return text
  } catch (cause) {
    throw new ServerError('ROUTE_NOT_FOUND', {}, { cause })
  }
  throw new ServerError('ROUTE_NOT_FOUND')
}
