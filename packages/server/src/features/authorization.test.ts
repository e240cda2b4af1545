import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { TALENT_APP } from '../../test/talent-office.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { ADMIN_ENDPOINTS } from './admin/admin-endpoints.ts'
import { ASKERS, type Asker, AUTHORIZATION_RULES as RULES } from './authorization-rules.ts'
import { ENDPOINTS } from './endpoints.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const ACCOUNTS: Record<Exclude<Asker, 'nobody'>, string> = {
  initiator: 'firm-1-clerk',
  candidate: 'firm-1-leader',
  reader: 'hrss-clerk',
  other: 'firm-2-clerk',
  administrator: 'system-admin',
  security: 'security-admin',
  auditor: 'audit-admin',
  integration: 'province',
}

const VALUES = { 姓名: 'XX', 联系电话: '13800001234', 区域: '370321', 推荐部门: '市工信局', 年度: '2026' }
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const WORD_FILE = new Uint8Array(
  readFileSync(new URL('../../../forms/src/word/fixtures/attachment-2.docx', import.meta.url)),
)

let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ appFolder: TALENT_APP })
})
afterAll(() => app.close())

/** What an endpoint is asked about, new for each endpoint: a case with an open task, a row, a file. */
async function makeObjects() {
  const initiator = app.as(ACCOUNTS.initiator)
  const { id: caseId } = await initiator.post<{ id: string }>('/matters/talent/cases', { values: VALUES })
  const { tasks, version } = await app
    .as(ACCOUNTS.candidate)
    .get<{ tasks: Array<{ id: string }>; version: number }>(`/cases/${caseId}`)
  const row = { 年度: caseId, 推荐部门: caseId, 工作单位: caseId, 推荐人选: 'XX' }
  const { id: rowId } = await app
    .as(ACCOUNTS.reader)
    .post<{ id: string }>('/registers/recommendations/rows', { values: row })
  const fileId = await initiator.upload('a.png', PNG)
  const taskId = tasks[0]?.id ?? ''
  const decision = { version, opinion: { text: '同意。', seal: 'firm-1' } }
  const paths: Record<string, string> = {
    migrationId: 'none',
    jobId: 'none',
    caseId,
    taskId,
    rowId,
    fileId,
    sessionId: 'none',
    key: 'talent',
    version: '1',
    name: 'province.result',
  }
  const bodies: Record<string, unknown> = {
    saveDraft: { values: { 姓名: 'XX' }, version: 0 },
    startCase: { values: VALUES },
    previewForecast: { values: VALUES },
    actOnCase: { type: 'urge' },
    revealValue: { path: '联系电话' },
    actOnTask: { type: 'approve', ...decision },
    actOnTasks: { type: 'approve', items: [{ taskId, version }], opinion: decision.opinion },
    createRow: { values: { ...row, 年度: 'new', 推荐部门: 'new', 工作单位: 'new' } },
    changeRow: { values: { 推荐人选: 'XXX' }, version: 1 },
    startMigration: { matter: 'talent', from: 1, to: 2, dryRun: true },
    migrateCase: { to: 1, version },
    removeArchivedCases: { caseIds: ['none'], reason: '期满' },
    schedulePublication: { publishAt: '2099-01-01T00:00:00.000Z' },
    discardJob: { reason: '重复' },
    readNotifications: { ids: ['none'] },
    deliverMessage: { correlationKey: 'nobody waits for this' },
    ...Object.fromEntries(ADMIN_ENDPOINTS.map(({ operationId }) => [operationId, adminBody(operationId)])),
  }
  return { paths, bodies }
}

function adminBody(operationId: string): unknown {
  if (operationId.startsWith('check') || operationId.startsWith('restore')) return {}
  if (operationId.startsWith('publish')) return { note: '' }
  return operationId.startsWith('save') ? { content: {} } : undefined
}

async function ask(operationId: string, asker: Asker, { paths, bodies }: Awaited<ReturnType<typeof makeObjects>>) {
  const endpoint = ENDPOINTS.find((one) => one.operationId === operationId)
  if (!endpoint) throw new Error(`No endpoint ${operationId}`)
  const registers = endpoint.path.includes('/registers') ? { key: 'recommendations' } : {}
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_all, name) => ({ ...paths, ...registers })[name as 'key'] ?? '')
  const body = operationId === 'openSession' ? { ticket: await app.ticket(ACCOUNTS.initiator) } : bodies[operationId]
  const headers: Record<string, string> = {}
  if (asker !== 'nobody') headers.authorization = `Bearer ${await app.ticket(ACCOUNTS[asker])}`
  const init: RequestInit = { method: endpoint.method.toUpperCase(), headers }
  if (endpoint.body === 'file') {
    const form = new FormData()
    if (operationId === 'importForm') form.append('file', new Blob([WORD_FILE]), '附件2.docx')
    else form.append('file', new Blob([new Uint8Array(PNG)]), 'a.png')
    init.body = form
  } else if (body !== undefined) {
    init.body = JSON.stringify(body)
    headers['Content-Type'] = 'application/json'
  }
  const response = await fetch(app.api + path, init)
  // A stream of events has no end.
  await response.body?.cancel()
  return response.status
}

it('has a rule for every endpoint, and every endpoint answers', async () => {
  expect(Object.keys(RULES).sort()).toEqual(ENDPOINTS.map(({ operationId }) => operationId).sort())
  const { paths } = (await (await fetch(`${app.api}/openapi.json`)).json()) as { paths: Record<string, object> }
  const answered = Object.values(paths).flatMap((methods) => Object.values(methods).map((one) => one.operationId))
  expect(answered.sort()).toEqual(Object.keys(RULES).sort())
})

describe.each(Object.entries(RULES))('%s', (operationId, rule) => {
  it('is answered to whom it may be', async () => {
    const objects = await makeObjects()
    const statuses: Partial<Record<Asker, number>> = {}
    // Those who are refused first: what they asked for has not changed when the others ask.
    const order = [...ASKERS].sort((one, other) => rule[other] - rule[one])
    for (const asker of order) statuses[asker] = await ask(operationId, asker, objects)
    expect(statuses).toEqual(rule)
  })
})

it('does nothing for those of a batch to whom a task does not belong', async () => {
  const { paths, bodies } = await makeObjects()
  const answer = await app
    .as(ACCOUNTS.other)
    .post<{ items: Array<{ ok: boolean; code: string }> }>('/tasks/actions', bodies.actOnTasks)
  expect(answer.items).toMatchObject([{ ok: false, code: 'TASK_NOT_FOUND' }])
  expect(await app.as(ACCOUNTS.candidate).get(`/tasks/${paths.taskId}`)).toMatchObject({ state: 'open' })
})
