import type { Server } from 'node:http'
import { closeServer, createHttpServer, listen } from './http/http-server.ts'
import { createMetricsServer } from './http/metrics-page.ts'
import type { Metrics } from './metrics/metrics.ts'
import { openRuntime, type Runtime } from './runtime.ts'
import type { ServerOptions } from './server-options.ts'

/** A runtime that listens by itself. */
export interface RunningServer extends Runtime {
  /** Where browsers find it, with a slash at the end. */
  url: string
  /** Where its numbers are read, when they have a port of their own. */
  metricsUrl?: string
}

/**
 * Opens a runtime and listens. `close` takes no new request, lets the running ones and the jobs end, then closes the database.
 *
 * @throws ServerError `APP_INVALID`; Error `EADDRINUSE` when the port is taken
 */
export async function startServer(serverOptions: ServerOptions): Promise<RunningServer> {
  const { port, host, publicUrl, metrics = {}, stopAfterMs, ...options } = serverOptions
  const server = createHttpServer()
  // A free port is known only after listening; nobody else knows it before us, so nobody asks too early.
  const known = port === 0 ? await listen(server, 0, host) : port
  const url = publicUrl ?? `http://localhost:${known}/`
  try {
    const runtime = await openRuntime({ ...options, publicUrl: url, metricsToken: metrics.token })
    server.on('request', runtime.app.callback())
    let monitored: { server: Server; url: string } | undefined
    try {
      if (port !== 0) await listen(server, port, host)
      monitored = metrics.listen && (await listenForMetrics(runtime.metrics, metrics.listen))
    } catch (error) {
      await runtime.close()
      throw error
    }
    return {
      ...runtime,
      url,
      metricsUrl: monitored?.url,
      async close() {
        runtime.drain()
        await closeServer(server, stopAfterMs)
        monitored?.server.close()
        await runtime.close()
      },
    }
  } catch (error) {
    server.close()
    throw error
  }
}

/** Only the machine itself reaches it unless another address is named. */
async function listenForMetrics(metrics: Metrics, { port, host = '127.0.0.1' }: { port: number; host?: string }) {
  const server = createMetricsServer(metrics)
  return { server, url: `http://${host}:${await listen(server, port, host)}/` }
}
