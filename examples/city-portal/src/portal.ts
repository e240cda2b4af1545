import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openRuntime, RATE_LIMITS } from '@zhupi/server'
import Koa from 'koa'
import mount from 'koa-mount'
import { loadAccounts } from './accounts.ts'
import { assets } from './assets.ts'
import { createIdentityProvider } from './identity-provider.ts'
import { loadKeys } from './keys.ts'
import { portalRoutes } from './portal-routes.ts'
import { createZhupiClient } from './zhupi-client.ts'

export interface PortalOptions {
  /** 0: any free port. */
  port: number
  /** Where keys, database and files live; made when missing. */
  dataFolder: string
  /** Public address when it is not `http://localhost:<port>`. */
  origin?: string
}

export interface Portal {
  url: string
  close(): Promise<void>
}

const APP_FOLDER = fileURLToPath(new URL('../../zibo-talent-cards', import.meta.url))
/** The plugin as `pnpm build` left it. */
const PLUGIN_FOLDER = join(dirname(createRequire(import.meta.url).resolve('@zhupi/plugin/package.json')), 'dist')

/** Starts the stand-in OA: the portal's pages, its identity provider under `/oidc` and Zhupi under `/zhupi`, one origin. */
export async function startPortal({ port, dataFolder, origin }: PortalOptions): Promise<Portal> {
  const [accounts, keys] = await Promise.all([loadAccounts(APP_FOLDER), loadKeys(dataFolder)])
  const server = createServer()
  // A free port is known only after listening; on a known one nobody is let in before everything stands.
  const known = port === 0 ? await listen(server, 0) : port
  const url = origin ?? `http://localhost:${known}`

  const provider = createIdentityProvider({
    issuer: `${url}/oidc`,
    accounts,
    keys,
    zhupiCallback: `${url}/zhupi/login/callback`,
    portalCallback: `${url}/signed-in`,
  })
  const zhupi = await openRuntime({
    appFolder: APP_FOLDER,
    dataFolder: join(dataFolder, 'zhupi'),
    databaseUrl: process.env.DATABASE_URL,
    publicUrl: `${url}/zhupi/`,
    ticketKey: { algorithm: 'HS256', secret: keys.ticket },
    oidc: { issuer: `${url}/oidc`, clientId: 'zhupi', clientSecret: keys.client },
    pluginFolder: PLUGIN_FOLDER,
    rateLimits: RATE_LIMITS,
  })
  const app = new Koa()
  app.on('error', (error: NodeJS.ErrnoException) => {
    // A browser that goes ends a stream of events before its end, which is no fault.
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') app.onerror(error)
  })
  app.keys = [keys.cookie]
  app.use(assets)
  app.use(mount('/oidc', provider))
  app.use(mount('/zhupi', zhupi.app))
  const api = createZhupiClient(`${url}/zhupi/api/v1`, keys.ticket)
  app.use(portalRoutes({ url, accounts, keys, provider, zhupi: api }).routes())
  server.on('request', app.callback())
  if (port !== 0) await listen(server, port).catch((error) => zhupi.close().then(() => Promise.reject(error)))

  return {
    url,
    async close() {
      await new Promise((resolve) => server.close(resolve))
      await zhupi.close()
    },
  }
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, resolve)
  })
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}
