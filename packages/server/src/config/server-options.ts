import { parseKeyring } from '../db/keyring.ts'
import type { ServerOptions } from '../server-options.ts'
import type { Config } from './config-schema.ts'

/** The options of a server that its configuration stands for. */
export function toServerOptions({
  listen,
  database,
  encryption,
  files,
  login,
  session,
  metrics,
  notify,
  ...config
}: Config): ServerOptions {
  return {
    appFolder: config.app,
    dataFolder: config.data,
    databaseUrl: database.url,
    poolSize: database.pool,
    port: listen.port,
    host: listen.host,
    publicUrl: config.publicUrl,
    keyring: toKeyring(encryption.keys),
    keepUnusedMs: files.keepUnusedHours * 3_600_000,
    secret: config.secret,
    ticketKey: toTicketKey(login.ticket),
    oidc: login.oidc,
    sessions: { idleMs: session.idleMinutes * 60_000, absoluteMs: session.hours * 3_600_000 },
    frameAncestors: config.frameAncestors,
    trustedOrigins: config.trustedOrigins,
    webhookHosts: config.webhookHosts,
    webhookNetworks: config.webhookNetworks,
    holidayFile: config.holidays,
    notifyWebhook: notify.webhook,
    remindBeforeMs: notify.remindBeforeHours * 3_600_000,
    rateLimits: config.limits,
    print: config.print,
    trustedProxies: config.trustedProxies,
    slowStatementMs: config.log.slowStatementMs,
    pluginFolder: config.plugin,
    metrics,
    stopAfterMs: config.stopAfterSeconds * 1000,
  }
}

function toKeyring(text: string | undefined): ServerOptions['keyring'] {
  const keyring = text === undefined ? undefined : parseKeyring(text)
  return typeof keyring === 'string' ? undefined : keyring
}

function toTicketKey(ticket: Config['login']['ticket']): ServerOptions['ticketKey'] {
  if (ticket?.secret !== undefined) return { algorithm: 'HS256', secret: ticket.secret }
  return ticket?.publicKey === undefined ? undefined : { algorithm: 'RS256', publicKey: ticket.publicKey }
}
