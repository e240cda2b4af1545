import { expect, it, onTestFinished } from 'vitest'
import { createShell } from '../../test/shell.ts'
import { TALENT_APP } from '../../test/talent-office.ts'
import { temporaryServer } from '../../test/temporary-server.ts'
import { createLog } from '../log.ts'
import { createTestApp } from '../testing/create-test-app.ts'

it('is ready while each thing stands that it needs, and says which does not', async () => {
  const lines: string[] = []
  const log = createLog('warn', { write: (line: string) => void lines.push(line) })
  let broken = false
  const files = async () => {
    if (broken) throw new Error('/data/files: no space left')
  }
  const url = await temporaryServer(await createShell({ log, checks: { database: async () => {}, files } }))
  const ready = await fetch(`${url}/readyz`)
  expect([ready.status, await ready.json()]).toEqual([
    200,
    { status: 'ready', checks: { database: 'ok', files: 'ok' } },
  ])
  broken = true
  const refused = await fetch(`${url}/readyz`)
  expect(refused.status).toBe(503)
  const problem = await refused.text()
  expect(JSON.parse(problem)).toMatchObject({ code: 'UNAVAILABLE', checks: { database: 'ok', files: 'failed' } })
  expect(problem).not.toContain('no space')
  expect(lines.join('')).toContain('no space')
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
})

it('is not ready any more once it is told to stop, though it still answers', async () => {
  const app = await createTestApp({ appFolder: TALENT_APP })
  onTestFinished(() => app.close())
  const ask = async () => (await fetch(`${app.server.url}readyz`)).json()
  expect(await ask()).toEqual({
    status: 'ready',
    checks: { running: 'ok', database: 'ok', migrations: 'ok', jobs: 'ok', files: 'ok' },
  })
  app.server.drain()
  expect(await ask()).toMatchObject({ code: 'UNAVAILABLE', checks: { running: 'failed', database: 'ok' } })
})

it('is not ready on a database that lacks a migration', async () => {
  const app = await createTestApp({ appFolder: TALENT_APP })
  onTestFinished(() => app.close())
  await app.server.database.knex.raw("DELETE FROM knex_migrations WHERE name = '0003-files'")
  const answer = await fetch(`${app.server.url}readyz`)
  expect(await answer.json()).toMatchObject({ status: 503, checks: { migrations: 'failed', database: 'ok' } })
})

const METRICS_TOKEN = 'the-token-of-the-monitoring'

it('shows its numbers to who bears the token, and to nobody else that they exist', async () => {
  const app = await createTestApp({ appFolder: TALENT_APP, metrics: { token: METRICS_TOKEN } })
  onTestFinished(() => app.close())
  await app.as('firm-1-clerk').get('/tasks')
  await app.as('firm-1-clerk').request('GET', '/cases/4711')
  await fetch(`${app.api}/nothing-${Math.random()}`)
  expect((await fetch(`${app.server.url}metrics`)).status).toBe(404)
  expect((await fetch(`${app.server.url}metrics`, { headers: { authorization: 'Bearer another' } })).status).toBe(404)
  const answer = await fetch(`${app.server.url}metrics`, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } })
  expect(answer.headers.get('content-type')).toContain('text/plain')
  const text = await answer.text()
  expect(text).toContain('zhupi_http_request_seconds_count{method="GET",route="/api/v1/tasks",status="200"} 1')
  expect(text).toContain('route="/api/v1/cases/:caseId",status="404"')
  expect(text).toContain('route="other",status="404"')
  expect(text).not.toContain('4711')
  expect(Number(/zhupi_database_statements_total (\d+)/.exec(text)?.[1])).toBeGreaterThan(5)
  for (const name of [
    'jobs_waiting',
    'jobs_due',
    'jobs_failed',
    'jobs_oldest_due_seconds',
    'nodejs_eventloop_lag_seconds',
  ]) {
    expect(text).toMatch(new RegExp(`^zhupi_${name} `, 'm'))
  }
})

it('shows its numbers on a port of their own, and nothing else there', async () => {
  const probe = await temporaryServer(await createShell())
  const app = await createTestApp({ appFolder: TALENT_APP, metrics: { listen: { port: 0 } } })
  onTestFinished(() => app.close())
  expect((await fetch(`${probe}/metrics`)).status).toBe(404)
  expect((await fetch(`${app.server.url}metrics`)).status).toBe(404)
  expect(await (await fetch(`${app.server.metricsUrl}metrics`)).text()).toContain('zhupi_jobs_waiting 0')
  expect((await fetch(`${app.server.metricsUrl}api/v1/me`)).status).toBe(404)
})

it('writes the request, its route and its case into the log, and none of what was typed', async () => {
  const lines: Array<Record<string, unknown>> = []
  const log = createLog('info', { write: (line: string) => void lines.push(JSON.parse(line)) })
  const app = await createTestApp({ appFolder: TALENT_APP, log })
  onTestFinished(() => app.close())
  const values = { 姓名: 'XX', 联系电话: '13800001234', 区域: '370321', 推荐部门: '市工信局', 年度: '2026' }
  const { id } = await app.as('firm-1-clerk').post<{ id: string }>('/matters/talent/cases', { values })
  await app.as('firm-1-clerk').get(`/cases/${id}?q=秘密`)
  const answer = await app.as('firm-1-clerk').request('GET', '/cases?q=13800001234')
  const requestId = answer.headers.get('x-request-id')
  expect(lines.find((line) => line.path === `/api/v1/cases/${id}`)).toMatchObject({
    caseId: id,
    person: 'firm-1-clerk',
  })
  expect(lines.find((line) => line.requestId === requestId)).toMatchObject({ status: 200, path: '/api/v1/cases' })
  expect(JSON.stringify(lines)).not.toMatch(/秘密|13800001234|XX/)
})
