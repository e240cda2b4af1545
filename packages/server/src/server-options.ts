import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { Keyring } from './db/keyring.ts'
import type { PrintLook } from './features/print/print-look.ts'
import type { RateLimits } from './http/rate-limits.ts'
import type { OidcOptions } from './ports/login/oidc-login.ts'
import type { SessionLimits } from './ports/login/session.ts'
import type { TicketKey } from './ports/login/ticket.ts'
import type { Notifier } from './ports/notifier/notifier.ts'
import type { WebhookNotifierOptions } from './ports/notifier/webhook-notifier.ts'
import type { Printer } from './ports/printer/printer.ts'

/** What a server is made of. What is left out has a default that works on one machine. */
export interface RuntimeOptions {
  /** Folder of the application's definitions. */
  appFolder: string
  /** Folder of the files, the secret and the embedded database; it is made when missing. */
  dataFolder: string
  /** `sqlite:PATH`, `postgres://…`, `mysql://…` or `mariadb://…`; by default an SQLite file in the data folder. */
  databaseUrl?: string
  /** Most connections to PostgreSQL or MariaDB, by default 16. */
  poolSize?: number
  /** Where browsers find it, with the path below which it is mounted: `https://oa.example.gov.cn/zhupi/`. */
  publicUrl: string
  /** Keys that seal personal data in the database; without them it is stored as it is. */
  keyring?: Keyring
  /** Seals logins under way, at least 32 characters; by default one is made and kept in the data folder. */
  secret?: string
  /** How the host system signs its tickets; without it no ticket signs in. */
  ticketKey?: TicketKey
  /** The host's OpenID Connect provider, for browsers. */
  oidc?: OidcOptions
  /** How long browsers stay signed in; by default 30 minutes without a request, 12 hours in any case. */
  sessions?: Partial<SessionLimits>
  /** Lets everybody choose an account without a password: for demonstrations on one's own machine only. */
  demoAccounts?: boolean
  /** Sources that may frame the plugin. */
  frameAncestors?: readonly string[]
  /** Other origins whose pages may send changes with the session cookie. */
  trustedOrigins?: readonly string[]
  /** Hosts that `webhook.call` may post to; none by default. */
  webhookHosts?: readonly string[]
  /** Networks inside that `webhook.call` may reach, in CIDR; without them only public addresses. */
  webhookNetworks?: readonly string[]
  /** Tell people outside of the plugin: what embedding code brings. */
  notifiers?: readonly Notifier[]
  /** Posts notifications to an address of the host. */
  notifyWebhook?: WebhookNotifierOptions
  /** How long before a task falls due its receivers are reminded; by default 15 hours, 0: not at all. */
  remindBeforeMs?: number
  /** How long a file stays that was uploaded and is used nowhere; by default a day. */
  keepUnusedMs?: number
  /** How often a minute one may sign in, write, upload, export; without them nothing is counted. */
  rateLimits?: RateLimits
  /** How many proxies of one's own stand before it and write `X-Forwarded-For`; none by default. */
  trustedProxies?: number
  /** Folder of the built plugin; without it only the API answers. */
  pluginFolder?: string
  /** Watermark and fonts of what is printed. */
  print?: PrintLook
  /** By default Chromium, started at the first print. */
  printer?: Printer
  /** Holidays and worked weekends over those that are built in: see `readHolidays`. */
  holidayFile?: string
  clock?: Clock
  /** False: timers and deliveries happen only when `services.jobs.runDue` is called. */
  runJobs?: boolean
  log?: Logger
  /** A statement that takes so long is logged and counted; by default 500, 0: none is. */
  slowStatementMs?: number
  /** Checks each answer against its schema: in tests and while developing. */
  checkAnswers?: boolean
  /** Who bears this token reads `/metrics`; without it the path does not exist. */
  metricsToken?: string
}

/** A runtime that listens by itself. */
export interface ServerOptions extends Omit<RuntimeOptions, 'publicUrl' | 'metricsToken'> {
  /** 0 takes a free port. */
  port: number
  host?: string
  /** By default `http://localhost:<port>/`. */
  publicUrl?: string
  /** `/metrics`: on a port of its own, or on the main one for who bears the token. */
  metrics?: { listen?: { port: number; host?: string }; token?: string }
  /** How long requests under way may take after the order to stop; by default 30 seconds. */
  stopAfterMs?: number
}
