import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { TALENT_APP } from '../../../test/talent-office.ts'
import { createTestApp, type TestApp } from '../../testing/create-test-app.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const ATTACHMENT = fileURLToPath(new URL('../../../../forms/src/word/fixtures/attachment-2.docx', import.meta.url))

let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ appFolder: TALENT_APP })
})
afterAll(() => app.close())

async function importFile(personId: string, name: string, bytes: Uint8Array): Promise<Response> {
  const body = new FormData()
  body.append('file', new Blob([new Uint8Array(bytes)]), name)
  const headers = { authorization: `Bearer ${await app.ticket(personId)}` }
  return fetch(`${app.api}/admin/forms/import`, { method: 'POST', headers, body })
}

it.each([
  ['GET', '/admin/vocabulary'],
  ['GET', '/admin/matters'],
  ['GET', '/admin/forms/talent'],
  ['POST', '/admin/matters/talent/check'],
  ['GET', '/admin/matters/talent/diff'],
  ['GET', '/admin/flows/talent/impact'],
])('answers a system administrator: %s %s', async (method, path) => {
  const response = await app.as('system-admin').request(method, path, method === 'POST' ? {} : undefined)
  expect(response.status).toBe(200)
})

it('tells whoever asks whether they administer', async () => {
  expect(await app.as('system-admin').get('/me')).toMatchObject({ isAdministrator: true })
  expect(await app.as('hrss-clerk').get('/me')).toMatchObject({ isAdministrator: false })
})

it('saves a draft with the etag that was read, and refuses without and with an old one', async () => {
  const admin = app.as('system-admin')
  const path = '/admin/matters/talent'
  const { etag, published } = await admin.get<{ etag: string; published: { content: object } }>(path)
  const draft = { content: { ...published.content, title: '新名称' } }
  const save = (headers: Record<string, string>) => admin.request('PUT', `${path}/draft`, draft, headers)
  expect((await save({})).status).toBe(428)
  expect((await save({ 'If-Match': `"${etag}"` })).status).toBe(200)
  const refused = await save({ 'If-Match': `"${etag}"` })
  expect(refused.status).toBe(412)
  expect(await refused.json()).toMatchObject({ code: 'DEFINITION_DRAFT_CHANGED', updatedBy: '市人社局系统管理员' })
})

it.each([
  ['forms', { key: 'other', title: 'X', schema: { type: 'object' } }],
  ['forms', { key: 'fresh', title: 'X', schema: { type: 'object', properties: { a: { 'x-component': 'Script' } } } }],
  ['forms', '<form />'],
  ['flows', { xml: true }],
  ['matters', { key: 'fresh', title: '' }],
  ['registers', { key: 'fresh', title: 'X', columns: [], more: 1 }],
])('refuses a draft of %s that has not its shape', async (collection, content) => {
  const response = await app
    .as('system-admin')
    .request('PUT', `/admin/${collection}/fresh/draft`, { content }, { 'If-Match': '"none"' })
  expect(response.status).toBe(422)
  const problem = (await response.json()) as { code: string; issues: object[] }
  expect(problem.code).toBe('DEFINITION_INVALID')
  expect(problem.issues[0]).toMatchObject({ message: expect.any(String) })
})

it.each(['..', 'Form', '-a', 'a'.repeat(80)])('knows no definition called %j', async (key) => {
  const response = await app.as('system-admin').request('GET', `/admin/forms/${encodeURIComponent(key)}`)
  expect([400, 404]).toContain(response.status)
})

it('makes a form of a Word file, with a report of its guesses', async () => {
  const response = await importFile('system-admin', '附件2.docx', await readFile(ATTACHMENT))
  expect(response.status).toBe(200)
  const { form, report } = (await response.json()) as { form: { paper: object }; report: object[] }
  expect(form.paper).toBeDefined()
  expect(report.length).toBeGreaterThan(10)
  expect(report[0]).toMatchObject({ confidence: expect.any(Number), place: { table: expect.any(Number) } })
})

it('says of a file that holds no table why it is not taken', async () => {
  const response = await importFile('system-admin', 'a.docx', Buffer.from('not a document'))
  expect(response.status).toBe(415)
  const old = await importFile('system-admin', 'a.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'))
  expect([415, 422]).toContain(old.status)
  expect(await old.json()).toMatchObject({ title: expect.any(String) })
})

it('imports for administrators only', async () => {
  expect((await importFile('hrss-clerk', '附件2.docx', await readFile(ATTACHMENT))).status).toBe(403)
})
