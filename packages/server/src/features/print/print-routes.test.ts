import { fileURLToPath } from 'node:url'
import { inflateRawSync } from 'node:zlib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createTestApp } from '../../testing/create-test-app.ts'

// A browser starts slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const LEAVE = fileURLToPath(new URL('../../../../../examples/leave-request', import.meta.url))

it('prints a case on its paper for whoever may read it, logs it, and tells nobody else that it exists', async () => {
  const app = await createTestApp({ appFolder: LEAVE })
  onTestFinished(() => app.close())
  const { id } = await app.as('office-clerk').post<{ id: string }>('/matters/leave/cases', {
    values: { 请假类型: '年休假', 起止日期: ['2026-03-19', '2026-03-20'], 事由: '返乡探亲' },
  })
  const response = await app.as('office-head').request('GET', `/cases/${id}/print.pdf`)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  const pdf = await getDocument({ data: new Uint8Array(await response.arrayBuffer()), verbosity: 0 }).promise
  const { items } = await (await pdf.getPage(1)).getTextContent()
  const text = items
    .map((item) => ('str' in item ? item.str : ''))
    .join('')
    .normalize('NFKC')
  expect(text).toContain('返乡探亲')
  expect(await app.server.database.read.all('SELECT person_id, kind, object_id FROM audit_log')).toEqual([
    { person_id: 'office-head', kind: 'print', object_id: id },
  ])
  await expect(app.as('window-clerk').get(`/cases/${id}/print.pdf`)).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
})

it('gives a case as a Word file to whoever may read it, logs it, and tells nobody else that it exists', async () => {
  const app = await createTestApp({ appFolder: LEAVE })
  onTestFinished(() => app.close())
  const { id } = await app.as('office-clerk').post<{ id: string }>('/matters/leave/cases', {
    values: { 请假类型: '年休假', 起止日期: ['2026-03-19', '2026-03-20'], 事由: '返乡探亲' },
  })
  const response = await app.as('office-head').request('GET', `/cases/${id}/print.docx`)
  expect([response.status, response.headers.get('content-type'), response.headers.get('content-disposition')]).toEqual([
    200,
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    expect.stringMatching(/^attachment; .*\.docx$/),
  ])
  expect(entryOf(Buffer.from(await response.arrayBuffer()), 'word/document.xml')).toContain('返乡探亲')
  expect(await app.server.database.read.all('SELECT person_id, kind, object_id FROM audit_log')).toEqual([
    { person_id: 'office-head', kind: 'print', object_id: id },
  ])
  await expect(app.as('window-clerk').get(`/cases/${id}/print.docx`)).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
})

it('writes who prints and when across every page, where the configuration says so', async () => {
  const app = await createTestApp({ appFolder: LEAVE, print: { watermark: '内部 {person} {day}', fonts: 'Serif' } })
  onTestFinished(() => app.close())
  const { id } = await app.as('office-clerk').post<{ id: string }>('/matters/leave/cases', {
    values: { 请假类型: '年休假', 起止日期: ['2026-03-19', '2026-03-20'], 事由: '返乡探亲' },
  })
  const { name } = app.server.directory.person('office-head') ?? { name: '' }
  const response = await app.as('office-head').request('GET', `/cases/${id}/print.pdf`)
  const pdf = await getDocument({ data: new Uint8Array(await response.arrayBuffer()), verbosity: 0 }).promise
  const { items } = await (await pdf.getPage(1)).getTextContent()
  const text = items
    .map((item) => ('str' in item ? item.str : ''))
    .join('')
    .normalize('NFKC')
  expect(text.replace(/\s/g, '')).toMatch(new RegExp(`内部${name}\\d{4}-\\d\\d-\\d\\d`))
  const word = await app.as('office-head').request('GET', `/cases/${id}/print.docx`)
  const bytes = Buffer.from(await word.arrayBuffer())
  expect(bytes.includes('word/header1.xml')).toBe(true)
})

/** One entry of a ZIP file, unpacked, by its local header. */
function entryOf(file: Buffer, name: string): string {
  const at = file.indexOf(name)
  const start = at + name.length + file.readUInt16LE(at - 2)
  return inflateRawSync(file.subarray(start, start + file.readUInt32LE(at - 12))).toString('utf8')
}
