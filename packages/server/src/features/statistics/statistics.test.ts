import Excel from 'exceljs'
import { afterAll, expect, it, onTestFinished } from 'vitest'
import { TALENT_APP } from '../../../test/talent-office.ts'
import { firstIdOf } from '../../db/uuid-v7.ts'
import { createTestApp, type TestApp } from '../../testing/create-test-app.ts'
import { closeTestDatabases, createTestDatabase, testDatabaseKinds } from '../../testing/test-databases.ts'

afterAll(closeTestDatabases)

const VALUES = { 姓名: 'XX', 联系电话: '13800001234', 区域: '370321', 推荐部门: '市工信局', 年度: '2026' }
const DAY_MS = 86_400_000

interface Found {
  totals: Record<string, number | null>
  months: Array<{ month: string; started: number; ended: number }>
  matters: Array<{ key: string; started: number; returned: number; overdue: number }>
  units: Array<{ name: string; started: number }>
  steps: Array<{
    element: { id: string; name: string }
    decided: number
    late: number
    returned: number
    median: number
  }>
}

const start = (app: TestApp, person = 'firm-1-clerk') =>
  app.as(person).post<{ id: string }>('/matters/talent/cases', { values: VALUES })

async function decide(app: TestApp, caseId: string, person: string, action: Record<string, unknown>) {
  const { tasks, version } = await app
    .as(person)
    .get<{ tasks: Array<{ id: string; people: Array<{ id: string }> }>; version: number }>(`/cases/${caseId}`)
  const opinion = { text: '同意' }
  await app.as(person).post(`/tasks/${tasks[0]?.id}/actions`, { version, opinion, ...action })
}

/** Everything until now. */
const countAll = (app: TestApp) => app.server.statistics.count(firstIdOf(Date.now() + 60_000))
const read = (app: TestApp, query = '') => app.as('hrss-clerk').get<Found>(`/admin/statistics${query}`)

it.each(await testDatabaseKinds())('counts cases, steps, lateness and returns once on %s', async (kind) => {
  const { url, drop } = await createTestDatabase(kind)
  const app = await createTestApp({ appFolder: TALENT_APP, databaseUrl: url })
  onTestFinished(async () => {
    await app.close()
    await drop()
  })
  const first = await start(app)
  await start(app, 'firm-2-clerk')
  app.clock.advance(2 * DAY_MS)
  await decide(app, first.id, 'firm-1-leader', { type: 'return', to: 'initiator' })
  app.clock.advance(40 * DAY_MS)
  await start(app)
  expect((await read(app)).totals.started).toBe(0)

  // Two processes that count at once count each record once.
  await Promise.all([countAll(app), countAll(app)])
  await countAll(app)
  const found = await read(app)
  expect(found.totals).toMatchObject({ started: 3, ended: 0, returned: 1 })
  expect(found.months.filter(({ started }) => started > 0)).toEqual([
    expect.objectContaining({ month: '2026-03', started: 2 }),
    expect.objectContaining({ month: '2026-04', started: 1 }),
  ])
  expect(found.months).toHaveLength(12)
  expect(found.units.map(({ started }) => started)).toEqual([2, 1])
  expect(found.steps).toHaveLength(1)
  expect(found.steps[0]).toMatchObject({ decided: 1, returned: 1 })
  expect((found.steps[0]?.median ?? 0) / (2 * 86_400)).toBeGreaterThan(0.85)
  expect((found.steps[0]?.median ?? 0) / (2 * 86_400)).toBeLessThan(1.15)
  expect((await read(app, '?from=2026-04&to=2026-04')).totals).toMatchObject({ started: 1, returned: 0 })
})

it('gives the same as a workbook', async () => {
  const app = await createTestApp({ appFolder: TALENT_APP })
  onTestFinished(() => app.close())
  await start(app)
  await countAll(app)
  const answer = await app.as('hrss-clerk').request('GET', '/admin/statistics/export.xlsx?to=2026-03')
  expect(answer.headers.get('content-disposition')).toContain('attachment')
  const book = new Excel.Workbook()
  await book.xlsx.load(await answer.arrayBuffer())
  expect(book.worksheets.map(({ name }) => name)).toEqual(['按月份', '按事项', '按申报单位', '各环节用时'])
  const last = book.getWorksheet('按月份')?.getRow(13)
  expect([1, 2, 3, 4].map((column) => last?.getCell(column).value)).toEqual(['2026-03', 1, 0, 0])
})

it('shows nothing of a matter to who may not read all its cases', async () => {
  const app = await createTestApp({ appFolder: TALENT_APP })
  onTestFinished(() => app.close())
  for (const path of ['/admin/statistics', '/admin/statistics/export.xlsx']) {
    expect((await app.as('firm-1-clerk').request('GET', path)).status).toBe(403)
  }
  expect((await app.as('hrss-clerk').request('GET', '/admin/statistics?matter=other')).status).toBe(404)
  expect((await app.as('hrss-clerk').request('GET', '/admin/statistics?from=2026-13')).status).toBe(400)
  expect(await app.as('hrss-clerk').get('/me')).toMatchObject({ statistics: true })
  expect(await app.as('firm-1-clerk').get('/me')).toMatchObject({ statistics: false })
})
