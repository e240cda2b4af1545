import { z } from 'zod'
import { parseKeyring } from '../db/keyring.ts'
import { NOTICE_KINDS } from '../features/notifications/notice.ts'
import { RATE_LIMITS } from '../http/rate-limits.ts'
import { SLOW_STATEMENT_MS } from '../metrics/slow-statements.ts'

const PerMinute = z.number().int().min(1).max(1_000_000)
const Port = z.number().int().min(0).max(65_535)
const Address = z.object({
  port: Port,
  host: z.string().min(1).optional(),
})

/**
 * The one file of a server: `zhupi.config.yaml` (JSON is YAML, too). A secret stands in it as a text or as `{ file: PATH }`;
 * paths are seen from the folder of the file.
 */
export const Config = z
  .object({
    /** Folder of the application's definitions. */
    app: z.string().min(1),
    /** Folder of the files, the kept secret and the embedded database. */
    data: z.string().min(1).default('.data'),
    listen: Address.extend({ port: Port.default(3000) })
      .strict()
      .prefault({}),
    /** Where browsers find it: `https://oa.example.gov.cn/zhupi/`. */
    publicUrl: z.url().optional(),
    database: z
      .object({
        /** `sqlite:PATH`, `postgres://…`, `mysql://…` or `mariadb://…`. */
        url: z
          .string()
          .regex(/^(sqlite|postgres|postgresql|mysql|mariadb):./, '应以 sqlite:、postgres:// 或 mariadb:// 开头。')
          .optional(),
        /** Most connections of this process. */
        pool: z.number().int().min(4).max(1000).optional(),
      })
      .strict()
      .default({}),
    /** Seals logins under way: the same on every process. */
    secret: z.string().min(32).optional(),
    /** Keys that seal personal data in the database: one a line, see `parseKeyring`. */
    encryption: z
      .object({
        keys: z
          .string()
          .superRefine((text, issues) => {
            const keyring = parseKeyring(text)
            if (typeof keyring === 'string') issues.addIssue(keyring)
          })
          .optional(),
      })
      .strict()
      .default({}),
    login: z
      .object({
        /** How the host signs its tickets: a shared secret, or its RSA public key (PEM). */
        ticket: z
          .object({
            secret: z.string().min(32).optional(),
            publicKey: z.string().includes('PUBLIC KEY', '应是 PEM 格式的公钥。').optional(),
          })
          .strict()
          .refine(
            ({ secret, publicKey }) => (secret === undefined) !== (publicKey === undefined),
            'secret 和 publicKey 请写一项，只写一项。',
          )
          .optional(),
        oidc: z
          .object({ issuer: z.url(), clientId: z.string().min(1).default('zhupi'), clientSecret: z.string().min(1) })
          .strict()
          .optional(),
      })
      .strict()
      .default({}),
    /** How long a browser stays signed in: without a request, and in any case. */
    session: z
      .object({
        idleMinutes: z
          .number()
          .min(1)
          .max(24 * 60)
          .default(30),
        hours: z
          .number()
          .min(0.1)
          .max(7 * 24)
          .default(12),
      })
      .strict()
      .prefault({}),
    /** Portals that may frame the plugin. */
    frameAncestors: z.array(z.string().min(1)).default([]),
    /** Other origins whose pages may send changes with the session cookie. */
    trustedOrigins: z.array(z.url()).default([]),
    /** Hosts that `webhook.call` may post to. */
    webhookHosts: z.array(z.string().min(1)).default([]),
    /** Networks inside that `webhook.call` may reach. */
    webhookNetworks: z.array(z.union([z.cidrv4(), z.cidrv6()])).default([]),
    /** File of holidays and worked weekends (调休), over those that are built in. */
    holidays: z.string().min(1).optional(),
    /** How people are told of what concerns them, besides the bell of the plugin. */
    notify: z
      .object({
        /** Where notifications are posted: the OA's message centre, a gateway. */
        webhook: z
          .object({
            url: z.url({ protocol: /^https?$/ }),
            /** Signs what is posted. */
            secret: z.string().min(16).optional(),
            /** Kinds to post; without them all. */
            kinds: z.array(z.enum(NOTICE_KINDS)).min(1).optional(),
          })
          .strict()
          .optional(),
        /** Reminds so many hours before a task falls due, which is at the end of a day: 15 is nine in the morning. 0: not at all. */
        remindBeforeHours: z.number().min(0).max(720).default(15),
      })
      .strict()
      .prefault({}),
    /** How often a minute: sign-ins by address, the others by person. */
    limits: z
      .object({
        signIn: PerMinute.default(RATE_LIMITS.signIn),
        write: PerMinute.default(RATE_LIMITS.write),
        upload: PerMinute.default(RATE_LIMITS.upload),
        export: PerMinute.default(RATE_LIMITS.export),
      })
      .strict()
      .prefault({}),
    /** Files that were uploaded and are used nowhere stay so long. */
    files: z
      .object({ keepUnusedHours: z.number().min(1).max(8760).default(24) })
      .strict()
      .prefault({}),
    /** What is printed: pale text across every page, and CSS font families in place of the paper's. */
    print: z
      .object({
        /** `{person}` and `{day}` stand for who prints, and when. */
        watermark: z.string().trim().min(1).max(40).optional(),
        fonts: z
          .string()
          .regex(/^[\p{L}\p{N}_ ,"'-]{1,300}$/u, '应是逗号隔开的字体名。')
          .optional(),
      })
      .strict()
      .default({}),
    /** Proxies of one's own that stand before the server. */
    trustedProxies: z.number().int().min(0).max(10).default(0),
    /** Folder of the built plugin; by default the one installed here. */
    plugin: z.string().min(1).optional(),
    /** `/metrics`: on a port of its own, or on the main one for who bears the token. */
    metrics: z
      .object({ listen: Address.strict().optional(), token: z.string().min(16).optional() })
      .strict()
      .default({}),
    log: z
      .object({
        level: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
        /** A statement that takes so long is logged and counted. 0: none is. */
        slowStatementMs: z.number().min(0).max(3_600_000).default(SLOW_STATEMENT_MS),
      })
      .strict()
      .prefault({}),
    /** How long requests and jobs under way may take after the order to stop. */
    stopAfterSeconds: z.number().int().min(1).max(600).default(30),
  })
  .strict()

export type Config = z.output<typeof Config>

/** Places that hold a secret, and may therefore name a file. */
export const SECRET_PATHS = [
  'database.url',
  'secret',
  'encryption.keys',
  'login.ticket.secret',
  'login.ticket.publicKey',
  'login.oidc.clientSecret',
  'notify.webhook.secret',
  'metrics.token',
] as const
