import { createServer, type Server, STATUS_CODES } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type Koa from 'koa'
import { ServerError, type ServerErrorCode } from '../errors.ts'
import { toProblem } from './problem.ts'

const REQUEST_TIMEOUT_MS = 60_000
const SWEEP_MS = 50
const GRACE_MS = 30_000

/** An HTTP server that answers what Node refuses by itself, too: bad and over-long heads of requests. */
export function createHttpServer(app?: Koa): Server {
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS })
  server.on('clientError', refuseHead)
  if (app) server.on('request', app.callback())
  return server
}

/** @param port 0 takes a free one @returns the port it listens on */
export function listen(server: Server, port: number, host?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host }, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/**
 * Takes no new request, lets the running ones end, then resolves.
 *
 * @param graceMs after so long whoever still waits is cut off; what was committed stays so
 */
export function closeServer(server: Server, graceMs = GRACE_MS): Promise<void> {
  return new Promise((resolve) => {
    // A connection whose request ends after `close` would stay open until its keep-alive runs out.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
    const cut = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearInterval(sweep)
      clearTimeout(cut)
      resolve()
    })
  })
}

const HEAD_REFUSALS: Record<string, ServerErrorCode> = {
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
}

function refuseHead(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const problem = toProblem(new ServerError(HEAD_REFUSALS[error.code ?? ''] ?? 'REQUEST_MALFORMED'))
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
