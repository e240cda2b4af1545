import { expect, it, onTestFinished, vi } from 'vitest'
import { APPLICATION, TALENT_APP } from '../../../test/talent-office.ts'
import { createTestApp, type TestApp } from '../../testing/create-test-app.ts'

// The printer's browser and the workbook start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

interface Entry {
  seq: number
  kind: string
  outcome: string
  person: { id: string; name: string; unitName: string } | null
  address: string
  object: { type: string; id: string } | null
  detail: string
  requestId: string
}

async function start(): Promise<TestApp> {
  const app = await createTestApp({ appFolder: TALENT_APP, demoAccounts: true })
  onTestFinished(() => app.close())
  return app
}

async function auditOf(app: TestApp, query = ''): Promise<Entry[]> {
  const { items } = await app.as('audit-admin').get<{ items: Entry[] }>(`/admin/audit?limit=100${query}`)
  return items.reverse()
}

const brief = ({ kind, outcome, person, object, detail }: Entry) => [
  kind,
  outcome,
  person?.id ?? null,
  object && `${object.type} ${object.id}`,
  detail,
]

it('tells who came and went, and who could not', async () => {
  const app = await start()
  const enter = async (ticket: string) =>
    fetch(`${app.api}/sessions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Request-Id': 'request-of-the-test' },
      body: JSON.stringify({ ticket }),
    })
  const entered = await enter(await app.ticket('hrss-clerk'))
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  await enter('a.b.c')
  await enter(await app.ticket('nobody-knows'))
  await fetch(`${app.api}/sessions`, { method: 'DELETE', headers: { cookie, 'Sec-Fetch-Site': 'same-origin' } })
  await enter(await app.ticket('hrss-clerk'))
  const { items } = await app.as('security-admin').get<{ items: Array<{ id: string }> }>('/admin/sessions')
  await app.as('security-admin').request('DELETE', `/admin/sessions/${items[0]?.id}`)
  const form = { method: 'POST', body: new URLSearchParams({ person: 'hrss-clerk' }), redirect: 'manual' } as const
  await fetch(`${app.server.url}login`, form)
  await fetch(`${app.server.url}login`, { ...form, body: new URLSearchParams({ person: 'guessed' }) })

  const entries = await auditOf(app)
  const sessions = entries.map(({ object }) => (object?.type === 'session' ? object.id : null))
  expect(entries.map(brief)).toEqual([
    ['signIn', 'done', 'hrss-clerk', `session ${sessions[0]}`, 'ticket'],
    ['signInFailed', 'refused', null, null, 'TICKET_INVALID'],
    ['signInFailed', 'refused', 'nobody-knows', null, 'PERSON_UNKNOWN'],
    ['signOut', 'done', 'hrss-clerk', `session ${sessions[0]}`, ''],
    ['signIn', 'done', 'hrss-clerk', `session ${items[0]?.id}`, 'ticket'],
    ['sessionEnded', 'done', 'security-admin', `session ${items[0]?.id}`, 'hrss-clerk'],
    ['signIn', 'done', 'hrss-clerk', `session ${sessions[6]}`, 'demo'],
    ['signInFailed', 'refused', null, null, 'demo PERSON_UNKNOWN'],
  ])
  expect(entries[0]).toMatchObject({ requestId: 'request-of-the-test', address: expect.stringContaining('127.0.0.1') })
  expect(entries[0]?.person).toMatchObject({ name: '市人社局经办', unitName: '某市人力资源和社会保障局' })
})

it('tells who saw, took away and changed what, and never what it was', async () => {
  const app = await start()
  const canary = '13912345678'
  const { id } = await app
    .as('firm-1-clerk')
    .post<{ id: string }>('/matters/talent/cases', { values: { ...APPLICATION, 联系电话: canary } })
  await app.as('firm-1-leader').post(`/cases/${id}/reveals`, { path: '联系电话' })
  await app.as('hrss-clerk').request('GET', '/admin/statistics/export.xlsx')
  const admin = app.as('system-admin')
  const definition = await admin.get<{ etag: string; published: { content: object } }>('/admin/matters/talent')
  const content = { ...definition.published.content, title: '人才认定（试行）' }
  const saved = await admin.request(
    'PUT',
    '/admin/matters/talent/draft',
    { content },
    {
      'If-Match': `"${definition.etag}"`,
    },
  )
  const { etag } = (await saved.json()) as { etag: string }
  await admin.request('DELETE', '/admin/matters/talent/draft', undefined, { 'If-Match': `"${etag}"` })

  const entries = await auditOf(app)
  expect(entries.map(brief)).toEqual([
    ['reveal', 'done', 'firm-1-leader', `case ${id}`, '联系电话'],
    ['export', 'done', 'hrss-clerk', 'list statistics', ''],
    ['discard', 'done', 'system-admin', 'definition matter/talent', ''],
  ])
  expect(JSON.stringify(entries)).not.toContain(canary)
})

it('tells once a minute who was refused the same, and what is hidden from whom', async () => {
  const app = await start()
  const { id } = await app.as('firm-1-clerk').post<{ id: string }>('/matters/talent/cases', { values: APPLICATION })
  const other = app.as('firm-2-clerk')
  for (let tries = 0; tries < 3; tries += 1) await other.request('GET', `/cases/${id}`)
  await other.request('GET', '/registers/cards')
  await app.as('system-admin').request('GET', '/admin/audit')
  expect((await auditOf(app)).map(brief)).toEqual([
    ['refused', 'refused', 'firm-2-clerk', `case ${id}`, 'CASE_NOT_FOUND GET /api/v1/cases/:caseId'],
    ['refused', 'refused', 'firm-2-clerk', 'register cards', 'REGISTER_NOT_FOUND GET /api/v1/registers/:key'],
    ['refused', 'refused', 'system-admin', null, 'FORBIDDEN GET /api/v1/admin/audit'],
  ])
})

it('goes out as a workbook, which is written down itself, and proves its chain', async () => {
  const app = await start()
  const { id } = await app.as('firm-1-clerk').post<{ id: string }>('/matters/talent/cases', { values: APPLICATION })
  await app.as('firm-1-leader').post(`/cases/${id}/reveals`, { path: '联系电话' })
  await app.as('firm-2-clerk').request('GET', `/cases/${id}`)
  const response = await app.as('audit-admin').request('GET', '/admin/audit/export.xlsx?kind=reveal')
  const { default: Excel } = await import('exceljs')
  const book = new Excel.Workbook()
  await book.xlsx.load(await response.arrayBuffer())
  const rows: unknown[] = []
  book.worksheets[0]?.eachRow(({ values }) => rows.push(values))
  expect(rows).toHaveLength(2)
  expect(rows[1]).toEqual(expect.arrayContaining(['查看敏感信息', 'firm-1-leader', id, '联系电话']))

  const entries = await auditOf(app)
  expect(entries.map(brief).at(-1)).toEqual(['export', 'done', 'audit-admin', 'list audit', ''])
  const verified = await app.as('audit-admin').get('/admin/audit/verification')
  expect(verified).toMatchObject({ records: 3, broken: null, head: { seq: 3 } })
  await app.server.database.write((sql) => sql.run("UPDATE audit_log SET detail = '姓名' WHERE seq = 1"))
  expect(await app.as('audit-admin').get('/admin/audit/verification')).toMatchObject({
    records: 0,
    broken: { seq: 1, reason: 'changed' },
  })
})
