import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { Middleware } from 'koa'
import { ServerError } from '../errors.ts'
import type { Metrics } from '../metrics/metrics.ts'

/** `/metrics` on the main port, for who bears the token. To everybody else the path does not exist. */
export function metricsPage(metrics: Metrics, token: string): Middleware {
  const wanted = digest(`Bearer ${token}`)
  return async function answerMetrics(ctx, next) {
    if (ctx.path !== '/metrics') return next()
    if (!timingSafeEqual(digest(ctx.get('Authorization')), wanted)) throw new ServerError('ROUTE_NOT_FOUND')
    ctx.set('Cache-Control', 'no-store')
    ctx.body = await metrics.text()
    ctx.set('Content-Type', metrics.contentType)
  }
}

/** `/metrics` on a port of its own, which only the monitoring reaches. */
export function createMetricsServer(metrics: Metrics): Server {
  return createServer((request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'Content-Type': metrics.contentType }).end(text),
      () => response.writeHead(503).end(),
    )
  })
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
