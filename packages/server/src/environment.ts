import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { OidcOptions } from './ports/login/oidc-login.ts'
import type { TicketKey } from './ports/login/ticket.ts'
import type { ServerOptions } from './server-options.ts'

const Secret = z.string().min(32, 'needs at least 32 characters')
const List = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))

const Environment = z.object({
  /** Application folder. */
  ZHUPI_APP: z.string().min(1),
  /** `sqlite:PATH`, `postgres://…`, `mysql://…` or `mariadb://…`; by default an SQLite file in the data folder. */
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite|postgres|postgresql|mysql|mariadb):./, 'begins with sqlite:, postgres://, mysql:// or mariadb://')
    .optional(),
  /** Most connections of this process to PostgreSQL or MariaDB. */
  ZHUPI_DATABASE_POOL: z.coerce.number().int().min(4).max(1000).optional(),
  /** Folder of the files, the secret and the embedded database. */
  ZHUPI_DATA: z.string().min(1).default('.data'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().optional(),
  /** Where browsers find it, e.g. `https://oa.example.gov.cn/zhupi/`. */
  ZHUPI_PUBLIC_URL: z.url().optional(),
  /** Seals session cookies; by default one is made and kept in the data folder. */
  ZHUPI_SECRET: Secret.optional(),
  /** The host's tickets: a shared secret, or the file of its RSA public key (PEM). */
  ZHUPI_TICKET_SECRET: Secret.optional(),
  ZHUPI_TICKET_PUBLIC_KEY_FILE: z.string().optional(),
  /** The host's OpenID Connect provider. */
  ZHUPI_OIDC_ISSUER: z.url().optional(),
  ZHUPI_OIDC_CLIENT_ID: z.string().default('zhupi'),
  ZHUPI_OIDC_CLIENT_SECRET: z.string().optional(),
  /** Portals that may frame the plugin, and origins whose pages may send changes: separated by blanks or commas. */
  ZHUPI_FRAME_ANCESTORS: List,
  ZHUPI_TRUSTED_ORIGINS: List,
  /** Folder of the built plugin. */
  ZHUPI_PLUGIN: z.string().optional(),
})

/**
 * The options of a server from environment variables.
 *
 * @throws Error that names each wrong variable
 */
export function readEnvironment(env: NodeJS.ProcessEnv): ServerOptions {
  const result = Environment.safeParse(env)
  if (!result.success) {
    const lines = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    throw new Error(`The environment is not right.\n${lines.join('\n')}`)
  }
  const found = result.data
  return {
    appFolder: found.ZHUPI_APP,
    dataFolder: found.ZHUPI_DATA,
    databaseUrl: found.DATABASE_URL,
    poolSize: found.ZHUPI_DATABASE_POOL,
    port: found.PORT,
    host: found.HOST,
    publicUrl: found.ZHUPI_PUBLIC_URL,
    secret: found.ZHUPI_SECRET,
    ticketKey: ticketKey(found),
    oidc: oidc(found),
    frameAncestors: found.ZHUPI_FRAME_ANCESTORS,
    trustedOrigins: found.ZHUPI_TRUSTED_ORIGINS,
    pluginFolder: found.ZHUPI_PLUGIN,
  }
}

type Found = z.output<typeof Environment>

function ticketKey({ ZHUPI_TICKET_SECRET, ZHUPI_TICKET_PUBLIC_KEY_FILE }: Found): TicketKey | undefined {
  if (ZHUPI_TICKET_SECRET !== undefined) return { algorithm: 'HS256', secret: ZHUPI_TICKET_SECRET }
  if (ZHUPI_TICKET_PUBLIC_KEY_FILE === undefined) return undefined
  return { algorithm: 'RS256', publicKey: readFileSync(ZHUPI_TICKET_PUBLIC_KEY_FILE, 'utf8') }
}

function oidc({ ZHUPI_OIDC_ISSUER, ZHUPI_OIDC_CLIENT_ID, ZHUPI_OIDC_CLIENT_SECRET }: Found): OidcOptions | undefined {
  if (ZHUPI_OIDC_ISSUER === undefined) return undefined
  if (ZHUPI_OIDC_CLIENT_SECRET === undefined) {
    throw new Error('The environment is not right.\nZHUPI_OIDC_CLIENT_SECRET: is missing beside ZHUPI_OIDC_ISSUER')
  }
  return { issuer: ZHUPI_OIDC_ISSUER, clientId: ZHUPI_OIDC_CLIENT_ID, clientSecret: ZHUPI_OIDC_CLIENT_SECRET }
}
