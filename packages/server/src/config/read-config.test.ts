import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { ServerError } from '../errors.ts'
import { VARIABLES } from './environment.ts'
import { type ConfigSources, readConfig } from './read-config.ts'
import { toServerOptions } from './server-options.ts'

const SECRET = 'x'.repeat(32)

/** A folder with these files. */
function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-config-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

/** Places and codes of what is wrong. */
function wrong(sources: ConfigSources): string[] {
  try {
    readConfig(sources)
  } catch (error) {
    if (!(error instanceof ServerError)) throw error
    expect(error.code).toBe('CONFIG_INVALID')
    return (error.issues ?? []).map(({ path, code }) => `${path.join('.')} ${code}`)
  }
  throw new Error('nothing was wrong')
}

it('reads one file, its paths and secrets seen from its folder', () => {
  const folder = folderOf({
    'zhupi.config.yaml': `
# 淄博
app: ./app
listen: { host: 127.0.0.1, port: 8080 }
publicUrl: https://oa.example.gov.cn/zhupi/
database: { url: { file: database-url }, pool: 32 }
secret: { file: secret }
login:
  oidc: { issuer: https://oa.example.gov.cn/oidc, clientSecret: client }
frameAncestors: [https://oa.example.gov.cn]
metrics: { listen: { port: 9464 } }
`,
    secret: `${SECRET}\n`,
    'database-url': 'postgres://zhupi@db.example.gov.cn/zhupi\n',
  })
  expect(toServerOptions(readConfig({ file: join(folder, 'zhupi.config.yaml') }))).toEqual({
    appFolder: join(folder, 'app'),
    dataFolder: join(folder, '.data'),
    databaseUrl: 'postgres://zhupi@db.example.gov.cn/zhupi',
    poolSize: 32,
    port: 8080,
    host: '127.0.0.1',
    publicUrl: 'https://oa.example.gov.cn/zhupi/',
    keyring: undefined,
    keepUnusedMs: 86_400_000,
    secret: SECRET,
    ticketKey: undefined,
    oidc: { issuer: 'https://oa.example.gov.cn/oidc', clientId: 'zhupi', clientSecret: 'client' },
    sessions: { idleMs: 1_800_000, absoluteMs: 43_200_000 },
    frameAncestors: ['https://oa.example.gov.cn'],
    trustedOrigins: [],
    webhookHosts: [],
    webhookNetworks: [],
    holidayFile: undefined,
    notifyWebhook: undefined,
    print: {},
    remindBeforeMs: 54_000_000,
    rateLimits: { signIn: 30, write: 120, upload: 60, export: 30 },
    trustedProxies: 0,
    slowStatementMs: 500,
    pluginFolder: undefined,
    metrics: { listen: { port: 9464 } },
    stopAfterMs: 30_000,
  })
})

it('lets the environment go over the file, and the file over the defaults', () => {
  const folder = folderOf({
    'zhupi.config.json':
      '{ "app": "/app", "listen": { "port": 8080, "host": "10.0.0.1" }, "log": { "level": "debug" } }',
    'ticket-secret': SECRET,
  })
  const config = readConfig({
    file: join(folder, 'zhupi.config.json'),
    env: {
      PORT: '9090',
      ZHUPI_FRAME_ANCESTORS: 'https://a.example.cn, https://b.example.cn',
      ZHUPI_TICKET_SECRET_FILE: join(folder, 'ticket-secret'),
    },
    defaults: { 'log.level': 'warn', data: '/data' },
  })
  expect(config).toMatchObject({
    app: '/app',
    data: '/data',
    listen: { port: 9090, host: '10.0.0.1' },
    login: { ticket: { secret: SECRET } },
    frameAncestors: ['https://a.example.cn', 'https://b.example.cn'],
    log: { level: 'debug' },
  })
})

it('does without a file where the environment says enough', () => {
  expect(readConfig({ env: { ZHUPI_APP: 'app', PORT: '' } })).toMatchObject({ app: 'app', listen: { port: 3000 } })
})

it('names every place that is wrong, or the variable that filled it', () => {
  const folder = folderOf({
    'zhupi.config.yaml':
      'listen: { port: http }\nsecret: short\npasword: 1\nlogin: { ticket: {}, oidc: { issuer: https://a.cn } }',
  })
  expect(wrong({ file: join(folder, 'zhupi.config.yaml') })).toEqual([
    'app INVALID_TYPE',
    'listen.port INVALID_TYPE',
    'secret TOO_SMALL',
    'login.ticket CUSTOM',
    'login.oidc.clientSecret INVALID_TYPE',
    'pasword UNKNOWN_FIELD',
  ])
  expect(wrong({ env: { ZHUPI_APP: 'app', PORT: 'http', DATABASE_URL: 'oracle://db' } })).toEqual([
    'PORT INVALID_TYPE',
    'DATABASE_URL INVALID_FORMAT',
  ])
})

it('says which file of a secret cannot be read, once', () => {
  expect(wrong({ env: { ZHUPI_APP: 'app', ZHUPI_SECRET_FILE: '/nowhere/secret' } })).toEqual([
    'ZHUPI_SECRET_FILE FILE_MISSING',
  ])
})

it.each([
  ['is not there', undefined, 'FILE_MISSING'],
  ['is no YAML', 'app: [', 'YAML_INVALID'],
  ['is a list', '- app', 'SHAPE'],
])('refuses a file that %s', (_what, text, code) => {
  const file = join(folderOf(text === undefined ? {} : { 'a.yaml': text }), 'a.yaml')
  expect(wrong({ file })).toEqual([`${file} ${code}`])
})

it('lets no name in a file reach the prototype', () => {
  const folder = folderOf({ 'a.yaml': 'app: app\n__proto__: { data: /etc }\nconstructor: 1' })
  expect(wrong({ file: join(folder, 'a.yaml') }).every((line) => line.endsWith('UNKNOWN_FIELD'))).toBe(true)
  expect(({} as { data?: string }).data).toBeUndefined()
})

it('reads the file that is delivered', () => {
  const file = fileURLToPath(new URL('../../../../deploy/zhupi.config.yaml', import.meta.url))
  expect(readConfig({ file, env: { ZHUPI_TICKET_SECRET: SECRET } })).toMatchObject({
    login: { ticket: { secret: SECRET } },
    metrics: { listen: { host: '127.0.0.1', port: 9464 } },
  })
})

it('names every variable in the guide', () => {
  const guide = readFileSync(new URL('../../../../docs/guides/operate.md', import.meta.url), 'utf8')
  const named = Object.keys(VARIABLES).filter((name) => !guide.includes(`\`${name}\``))
  // Said in short: `…_HOST` beside `ZHUPI_METRICS_PORT`.
  expect(named.filter((name) => !guide.includes(`…_${name.split('_').slice(2).join('_')}`))).toEqual([])
})
