import { closeServer, createHttpServer, listen } from './http/http-server.ts'
import { openRuntime, type Runtime } from './runtime.ts'
import type { ServerOptions } from './server-options.ts'

/** A runtime that listens by itself. */
export interface RunningServer extends Runtime {
  /** Where browsers find it, with a slash at the end. */
  url: string
}

/**
 * Opens a runtime and listens. `close` takes no new request, lets the running ones and the jobs end, then closes the database.
 *
 * @throws ServerError `APP_INVALID`; Error `EADDRINUSE` when the port is taken
 */
export async function startServer({ port, host, publicUrl, ...options }: ServerOptions): Promise<RunningServer> {
  const server = createHttpServer()
  // A free port is known only after listening; nobody else knows it before us, so nobody asks too early.
  const known = port === 0 ? await listen(server, 0, host) : port
  const url = publicUrl ?? `http://localhost:${known}/`
  try {
    const runtime = await openRuntime({ ...options, publicUrl: url })
    server.on('request', runtime.app.callback())
    if (port !== 0) await listen(server, port, host).catch((error) => runtime.close().then(() => Promise.reject(error)))
    return {
      ...runtime,
      url,
      async close() {
        await closeServer(server)
        await runtime.close()
      },
    }
  } catch (error) {
    server.close()
    throw error
  }
}
