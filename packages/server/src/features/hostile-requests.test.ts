import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { TALENT_APP } from '../../test/talent-office.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const VALUES = { 姓名: 'XX', 联系电话: '13800001234', 区域: '370321', 推荐部门: '市工信局', 年度: '2026' }
const OPINION = { text: '同意。', seal: 'firm-1' }

interface TaskView {
  id: string
  version: number
}

let app: TestApp
let caseId: string
let task: TaskView

beforeAll(async () => {
  app = await createTestApp({ appFolder: TALENT_APP })
})
afterAll(() => app.close())

beforeEach(async () => {
  const started = await app.as('firm-1-clerk').post<{ id: string }>('/matters/talent/cases', { values: VALUES })
  caseId = started.id
  const found = await app.as('firm-1-leader').get<{ tasks: Array<{ id: string }>; version: number }>(`/cases/${caseId}`)
  task = { id: found.tasks[0]?.id ?? '', version: found.version }
})

/** Everything that is stored, row by row. */
async function stored(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of [
    'case_instance',
    'task',
    'history',
    'job',
    'draft',
    'register_cards',
    'register_recommendations',
  ]) {
    const row = await app.server.database.read.first<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`)
    counts[table] = row?.n ?? 0
  }
  const changed = await app.server.database.read.first<{ n: number }>('SELECT SUM(version) AS n FROM case_instance')
  return { ...counts, versions: changed?.n ?? 0 }
}

type Ask = (clerk: ReturnType<TestApp['as']>, leader: ReturnType<TestApp['as']>) => Promise<Response>

const act =
  (body: object): Ask =>
  (_clerk, leader) =>
    leader.request('POST', `/tasks/${task.id}/actions`, body)
const apply =
  (values: unknown, headers?: Record<string, string>): Ask =>
  (clerk) =>
    clerk.request('POST', '/matters/talent/cases', { values }, headers)
const read =
  (path: () => string): Ask =>
  (clerk) =>
    clerk.request('GET', path())

it.each<[string, Ask, number, string]>([
  ['an unknown field', act({ type: 'approve', version: 1, admin: true }), 400, 'REQUEST_INVALID'],
  ['a wrong type', act({ type: 'approve', version: '1' }), 400, 'REQUEST_INVALID'],
  ['an action that does not exist', act({ type: 'become-admin', version: 1 }), 400, 'REQUEST_INVALID'],
  [
    'a stale version',
    (_c, leader) => act({ type: 'approve', version: task.version - 1, opinion: OPINION })(_c, leader),
    409,
    'TASK_CHANGED',
  ],
  [
    'a version of the future',
    (_c, leader) => act({ type: 'approve', version: task.version + 1, opinion: OPINION })(_c, leader),
    409,
    'TASK_CHANGED',
  ],
  [
    "a value outside the step's fields",
    (_c, leader) =>
      act({ type: 'approve', version: task.version, opinion: OPINION, values: { 姓名: 'YY' } })(_c, leader),
    422,
    'VALUES_INVALID',
  ],
  ['a value of a hidden field', apply({ ...VALUES, 内部备注: '直接通过' }), 422, 'VALUES_INVALID'],
  ['a value of no field', apply({ ...VALUES, 管理员: true }), 422, 'VALUES_INVALID'],
  ['an opinion written into its box', apply({ ...VALUES, 用人单位意见: [{ text: '同意' }] }), 422, 'VALUES_INVALID'],
  ['a value of a wrong type', apply({ ...VALUES, 姓名: { $ne: null } }), 422, 'VALUES_INVALID'],
  ['no values', apply({}), 422, 'VALUES_INVALID'],
  ['values that are a list', apply([]), 400, 'REQUEST_INVALID'],
  [
    "somebody else's seal",
    (_c, leader) =>
      act({ type: 'approve', version: task.version, opinion: { text: '同意。', seal: 'city-iit' } })(_c, leader),
    403,
    'SEAL_NOT_ALLOWED',
  ],
  [
    "somebody else's task",
    (clerk) => clerk.request('POST', `/tasks/${task.id}/actions`, { type: 'approve', version: task.version }),
    404,
    'TASK_NOT_FOUND',
  ],
  [
    'a return to a step that was not passed',
    (_c, leader) => act({ type: 'return', to: 'county', version: task.version, opinion: { text: '退。' } })(_c, leader),
    422,
    'RETURN_TARGET_INVALID',
  ],
  [
    'a transfer to a disabled account',
    (_c, leader) => act({ type: 'transfer', to: 'gone-clerk', version: task.version })(_c, leader),
    422,
    'PERSON_NOT_FOUND',
  ],
  [
    'a withdrawal of nothing of theirs',
    (_c, leader) => leader.request('POST', `/cases/${caseId}/actions`, { type: 'withdraw' }),
    403,
    'FORBIDDEN',
  ],
  [
    'a termination by anybody',
    (clerk) => clerk.request('POST', `/cases/${caseId}/actions`, { type: 'terminate', reason: '不要了' }),
    403,
    'FORBIDDEN',
  ],
  [
    'a batch of too many',
    (_c, leader) =>
      leader.request('POST', '/tasks/actions', { type: 'approve', items: Array(51).fill({ taskId: 'a', version: 1 }) }),
    400,
    'REQUEST_INVALID',
  ],
  ['a matter that reaches a prototype', read(() => '/matters/__proto__'), 404, 'MATTER_NOT_FOUND'],
  ['a register that reaches a prototype', read(() => '/registers/constructor'), 404, 'REGISTER_NOT_FOUND'],
  ['a case by an injected id', read(() => `/cases/${encodeURIComponent("' OR '1'='1")}`), 404, 'CASE_NOT_FOUND'],
  [
    'a value of a prototype',
    (clerk) => clerk.request('POST', `/cases/${caseId}/reveals`, { path: '__proto__.constructor' }),
    404,
    'FIELD_NOT_FOUND',
  ],
  ['a cursor that is none', read(() => '/cases?cursor=abc'), 400, 'CURSOR_INVALID'],
  [
    'a cursor of another list',
    read(() => `/tasks?cursor=${Buffer.from('["a"]').toString('base64url')}`),
    400,
    'CURSOR_INVALID',
  ],
  [
    'a cursor full of objects',
    read(() => `/cases?cursor=${Buffer.from('[{},{}]').toString('base64url')}`),
    400,
    'CURSOR_INVALID',
  ],
  ['a page that is too long', read(() => '/cases?limit=100000'), 400, 'REQUEST_INVALID'],
  ['a box that does not exist', read(() => '/cases?box=everybody'), 400, 'REQUEST_INVALID'],
  ['a parameter twice', read(() => '/cases?box=mine&box=all'), 400, 'REQUEST_INVALID'],
  [
    'a message of a person',
    (clerk) => clerk.request('POST', '/messages/province.result', { correlationKey: 'RC-2026-0001' }),
    403,
    'FORBIDDEN',
  ],
])('refuses %s and changes nothing', async (_what, ask, status, code) => {
  const before = await stored()
  const response = await ask(app.as('firm-1-clerk'), app.as('firm-1-leader'))
  const problem = await response.json()
  expect([response.status, problem.code]).toEqual([status, code])
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(problem.title).toMatch(/\p{Script=Han}/u)
  expect(await stored()).toEqual(before)
})

it('searches for what it is given, wildcards and quotes included', async () => {
  for (const q of ['%', "'", '_', '\\', '"; DROP TABLE task; --']) {
    const { items } = await app.as('firm-1-clerk').get<{ items: unknown[] }>(`/cases?q=${encodeURIComponent(q)}`)
    expect(items).toEqual([])
  }
  const found = await app.as('firm-1-clerk').get<{ items: unknown[] }>('/cases?q=XX')
  expect(found.items.length).toBeGreaterThan(0)
})

it('answers a repeated request once, and refuses its key for another', async () => {
  const leader = app.as('firm-1-leader')
  const body = { type: 'approve', version: task.version, opinion: OPINION }
  const key = { 'Idempotency-Key': `key-${caseId}` }
  const first = await leader.post(`/tasks/${task.id}/actions`, body, key)
  expect(await leader.post(`/tasks/${task.id}/actions`, body, key)).toEqual(first)
  const other = { ...body, opinion: { ...OPINION, text: '不同意。' } }
  await expect(leader.post(`/tasks/${task.id}/actions`, other, key)).rejects.toMatchObject({
    status: 422,
    code: 'IDEMPOTENCY_KEY_REUSED',
  })
})

it('masks what is sensitive for others, shows it to who may read it, and logs that', async () => {
  const seen = await app
    .as('firm-1-leader')
    .get<{ values: Record<string, string>; masked: string[] }>(`/cases/${caseId}`)
  expect([seen.values.联系电话, seen.masked]).toEqual(['138****1234', ['联系电话']])
  const revealed = await app.as('firm-1-leader').post(`/cases/${caseId}/reveals`, { path: '联系电话' })
  expect(revealed).toEqual({ path: '联系电话', value: '13800001234' })
  const logged = await app.server.database.read.all(
    'SELECT person_id, kind, detail FROM audit_log WHERE object_id = ?',
    [caseId],
  )
  expect(logged).toEqual([{ person_id: 'firm-1-leader', kind: 'reveal', detail: '联系电话' }])
})
