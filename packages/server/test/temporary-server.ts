import type Koa from 'koa'
import { onTestFinished } from 'vitest'
import { closeServer, createHttpServer, listen } from '../src/http/http-server.ts'

/** A real listener on a free port for one test. @returns its URL, without a slash at the end */
export async function temporaryServer(app: Koa): Promise<string> {
  const server = createHttpServer(app)
  const port = await listen(server, 0, '127.0.0.1')
  onTestFinished(() => closeServer(server))
  return `http://127.0.0.1:${port}`
}
