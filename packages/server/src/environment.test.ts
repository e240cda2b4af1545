import { expect, it } from 'vitest'
import { readEnvironment } from './environment.ts'

const secret = 'x'.repeat(32)

it('reads a server from the environment', () => {
  const options = readEnvironment({
    ZHUPI_APP: 'app',
    PORT: '8080',
    DATABASE_URL: 'postgres://zhupi@db.example.gov.cn/zhupi',
    ZHUPI_DATABASE_POOL: '32',
    ZHUPI_PUBLIC_URL: 'https://oa.example.gov.cn/zhupi/',
    ZHUPI_TICKET_SECRET: secret,
    ZHUPI_OIDC_ISSUER: 'https://oa.example.gov.cn/oidc',
    ZHUPI_OIDC_CLIENT_SECRET: 'client',
    ZHUPI_FRAME_ANCESTORS: 'https://a.example.cn, https://b.example.cn',
  })
  expect(options).toMatchObject({
    appFolder: 'app',
    dataFolder: '.data',
    databaseUrl: 'postgres://zhupi@db.example.gov.cn/zhupi',
    poolSize: 32,
    port: 8080,
    ticketKey: { algorithm: 'HS256', secret },
    oidc: { issuer: 'https://oa.example.gov.cn/oidc', clientId: 'zhupi', clientSecret: 'client' },
    frameAncestors: ['https://a.example.cn', 'https://b.example.cn'],
    trustedOrigins: [],
  })
  expect(options.demoAccounts).toBeUndefined()
})

it('names every variable that is wrong', () => {
  expect(() => readEnvironment({ PORT: 'http', ZHUPI_SECRET: 'short' })).toThrow(
    /ZHUPI_APP: .*\nPORT: .*\nZHUPI_SECRET: /,
  )
  expect(() => readEnvironment({ ZHUPI_APP: 'app', DATABASE_URL: 'oracle://db' })).toThrow('DATABASE_URL: begins with')
  const half = { ZHUPI_APP: 'app', ZHUPI_OIDC_ISSUER: 'https://oa.example.gov.cn/oidc' }
  expect(() => readEnvironment(half)).toThrow('ZHUPI_OIDC_CLIENT_SECRET')
})
