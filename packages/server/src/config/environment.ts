/** How the text of a variable becomes a value of the file. */
type Read = (text: string) => unknown

const text: Read = (value) => value
const number: Read = (value) => (value.trim() === '' ? value : Number(value))
const list: Read = (value) => value.split(/[\s,]+/).filter(Boolean)

/** Each variable, and the place of the configuration over which it goes. Of a secret, `<NAME>_FILE` names its file. */
export const VARIABLES: Readonly<Record<string, { path: string; read: Read }>> = {
  ZHUPI_APP: { path: 'app', read: text },
  ZHUPI_DATA: { path: 'data', read: text },
  PORT: { path: 'listen.port', read: number },
  HOST: { path: 'listen.host', read: text },
  ZHUPI_PUBLIC_URL: { path: 'publicUrl', read: text },
  DATABASE_URL: { path: 'database.url', read: text },
  ZHUPI_DATABASE_POOL: { path: 'database.pool', read: number },
  ZHUPI_SECRET: { path: 'secret', read: text },
  ZHUPI_ENCRYPTION_KEYS: { path: 'encryption.keys', read: text },
  ZHUPI_TICKET_SECRET: { path: 'login.ticket.secret', read: text },
  ZHUPI_TICKET_PUBLIC_KEY: { path: 'login.ticket.publicKey', read: text },
  ZHUPI_OIDC_ISSUER: { path: 'login.oidc.issuer', read: text },
  ZHUPI_OIDC_CLIENT_ID: { path: 'login.oidc.clientId', read: text },
  ZHUPI_OIDC_CLIENT_SECRET: { path: 'login.oidc.clientSecret', read: text },
  ZHUPI_SESSION_IDLE_MINUTES: { path: 'session.idleMinutes', read: number },
  ZHUPI_SESSION_HOURS: { path: 'session.hours', read: number },
  ZHUPI_FRAME_ANCESTORS: { path: 'frameAncestors', read: list },
  ZHUPI_TRUSTED_ORIGINS: { path: 'trustedOrigins', read: list },
  ZHUPI_WEBHOOK_HOSTS: { path: 'webhookHosts', read: list },
  ZHUPI_WEBHOOK_NETWORKS: { path: 'webhookNetworks', read: list },
  ZHUPI_HOLIDAYS: { path: 'holidays', read: text },
  ZHUPI_NOTIFY_WEBHOOK_URL: { path: 'notify.webhook.url', read: text },
  ZHUPI_NOTIFY_WEBHOOK_SECRET: { path: 'notify.webhook.secret', read: text },
  ZHUPI_PRINT_WATERMARK: { path: 'print.watermark', read: text },
  ZHUPI_PRINT_FONTS: { path: 'print.fonts', read: text },
  ZHUPI_REMIND_BEFORE_HOURS: { path: 'notify.remindBeforeHours', read: number },
  ZHUPI_TRUSTED_PROXIES: { path: 'trustedProxies', read: number },
  ZHUPI_PLUGIN: { path: 'plugin', read: text },
  ZHUPI_METRICS_PORT: { path: 'metrics.listen.port', read: number },
  ZHUPI_METRICS_HOST: { path: 'metrics.listen.host', read: text },
  ZHUPI_METRICS_TOKEN: { path: 'metrics.token', read: text },
  LOG_LEVEL: { path: 'log.level', read: text },
  ZHUPI_SLOW_STATEMENT_MS: { path: 'log.slowStatementMs', read: number },
}
