import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import { auditOn, createShell, NOW, ticketFor } from '../../../test/shell.ts'
import { temporaryDatabase } from '../../../test/temporary-database.ts'
import { temporaryServer } from '../../../test/temporary-server.ts'
import { uuidV7 } from '../../db/uuid-v7.ts'
import { createFolderFileStore } from '../../ports/files/folder-file-store.ts'
import { createFileRepository } from './file-repository.ts'
import { fileRoutes } from './file-routes.ts'
import { createFileService } from './file-service.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
const HTML = Buffer.from('<!doctype html><script>alert(1)</script>')

async function start({ readableCases = new Set<string>() } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-files-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const db = await temporaryDatabase()
  const fileService = createFileService({
    files: createFileRepository(db),
    store: createFolderFileStore(folder),
    usedInReadableCase: async (actor, id) => readableCases.has(`${actor.person.id} ${id}`),
    clock: () => NOW,
    newId: uuidV7,
  })
  const url = await temporaryServer(
    await createShell({ db, routes: fileRoutes({ fileService, audit: auditOn(db, () => NOW) }) }),
  )
  async function as(personId: string) {
    return { authorization: `Bearer ${await ticketFor(personId)}` }
  }
  return {
    folder,
    async upload(name: string, bytes: Buffer, form = new FormData()) {
      form.append('file', new Blob([new Uint8Array(bytes)]), name)
      return fetch(`${url}/api/v1/files`, { method: 'POST', headers: await as('clerk'), body: form })
    },
    async post(body: string | FormData, headers: Record<string, string> = {}) {
      return fetch(`${url}/api/v1/files`, { method: 'POST', headers: { ...(await as('clerk')), ...headers }, body })
    },
    async download(id: string, personId = 'clerk', headers: Record<string, string> = {}) {
      return fetch(`${url}/api/v1/files/${id}`, { headers: { ...(await as(personId)), ...headers } })
    },
  }
}

it('keeps a file and gives the same bytes back', async () => {
  const host = await start()
  const response = await host.upload('一寸照片.png', PNG)
  expect(response.status).toBe(201)
  const file = await response.json()
  expect(file).toMatchObject({ name: '一寸照片.png', size: PNG.length, type: 'image/png' })
  expect(file.sm3).toMatch(/^[0-9a-f]{64}$/)

  const download = await host.download(file.id)
  expect(Buffer.from(await download.arrayBuffer())).toEqual(PNG)
  expect(download.headers.get('content-type')).toBe('image/png')
  expect(download.headers.get('x-content-type-options')).toBe('nosniff')
  expect(download.headers.get('content-security-policy')).toContain("default-src 'none'")
  const disposition = download.headers.get('content-disposition')
  expect(disposition).toBe(`inline; filename*=UTF-8''${encodeURIComponent('一寸照片.png')}`)
  const etag = download.headers.get('etag') ?? ''
  expect((await host.download(file.id, 'clerk', { 'if-none-match': etag, 'cache-control': 'max-age=0' })).status).toBe(
    304,
  )
})

it('shows a file to its uploader, to whoever reads a case that holds it, and to nobody else', async () => {
  const readableCases = new Set<string>()
  const host = await start({ readableCases })
  const { id } = await (await host.upload('a.png', PNG)).json()
  expect((await host.download(id, 'firm-clerk')).status).toBe(404)
  readableCases.add(`firm-clerk ${id}`)
  expect((await host.download(id, 'firm-clerk')).status).toBe(200)
})

it.each([
  ['a photo that is SVG', 'photo.jpg', SVG, 'FILE_TYPE_MISMATCH'],
  ['a photo that is HTML', 'photo.png', HTML, 'FILE_TYPE_MISMATCH'],
  ['a PNG that calls itself PDF', 'proof.pdf', PNG, 'FILE_TYPE_MISMATCH'],
  ['an empty photo', 'photo.png', Buffer.alloc(0), 'FILE_TYPE_MISMATCH'],
  ['SVG', 'drawing.svg', SVG, 'FILE_TYPE_UNSUPPORTED'],
  ['HTML', 'page.html', HTML, 'FILE_TYPE_UNSUPPORTED'],
  ['a name without a type', 'photo', PNG, 'FILE_TYPE_UNSUPPORTED'],
  ['a type of the prototype', 'photo.constructor', PNG, 'FILE_TYPE_UNSUPPORTED'],
])('refuses %s', async (_what, name, bytes, code) => {
  const host = await start()
  const response = await host.upload(name, bytes)
  expect([response.status, (await response.json()).code]).toEqual([415, code])
  expect(readdirSync(host.folder)).toEqual([])
})

it('refuses a photo of 20 MB and says how large it may be', async () => {
  const host = await start()
  const response = await host.upload('photo.png', Buffer.concat([PNG, Buffer.alloc(20 * 1024 * 1024)]))
  expect(response.status).toBe(413)
  expect(await response.json()).toMatchObject({ code: 'FILE_TOO_LARGE', detail: '文件超过 10 MB，请压缩后再上传。' })
})

it('takes one file called file, and nothing else', async () => {
  const host = await start()
  const two = new FormData()
  two.append('file', new Blob([new Uint8Array(PNG)]), 'a.png')
  const withField = new FormData()
  withField.append('owner', 'somebody else')
  const misnamed = new FormData()
  misnamed.append('photo', new Blob([new Uint8Array(PNG)]), 'a.png')
  const answers = [
    await host.upload('b.png', PNG, two),
    await host.upload('b.png', PNG, withField),
    await host.post(misnamed),
    await host.post(new FormData()),
    await host.post('no multipart', { 'Content-Type': 'multipart/form-data; boundary=x' }),
  ]
  for (const answer of answers) expect([answer.status, (await answer.json()).code]).toEqual([400, 'BODY_MALFORMED'])
  const json = await host.post('{}', { 'Content-Type': 'application/json' })
  expect([json.status, (await json.json()).code]).toEqual([415, 'MEDIA_TYPE_UNSUPPORTED'])
})

it('keeps the name of a file without folders and control characters', async () => {
  const host = await start()
  const names = [
    'filename="../../etc/照片.png"',
    'filename="C:\\temp\\照片.png"',
    `filename*=utf-8''${encodeURIComponent('照\u0007片.png')}`,
  ]
  for (const name of names) {
    const body = `--x\r\nContent-Disposition: form-data; name="file"; ${name}\r\n\r\n`
    const bytes = Buffer.concat([Buffer.from(body), PNG, Buffer.from('\r\n--x--\r\n')])
    const response = await host.post(bytes as never, { 'Content-Type': 'multipart/form-data; boundary=x' })
    expect((await response.json()).name).toBe('照片.png')
  }
})

it.each(['..%2f..%2fetc%2fpasswd', '%2e%2e', 'a'.repeat(65), '%00', '019b0000-0000-7000-8000-000000000000'])(
  'has no file %s',
  async (id) => {
    const host = await start()
    const response = await host.download(id)
    expect([400, 404]).toContain(response.status)
    expect(['REQUEST_INVALID', 'FILE_NOT_FOUND', 'ROUTE_NOT_FOUND']).toContain((await response.json()).code)
  },
)

it('does not hand out a file whose bytes have changed', async () => {
  const host = await start()
  const { id } = await (await host.upload('a.png', PNG)).json()
  writeFileSync(join(host.folder, id.slice(-2), id), deflateSync(PNG))
  const response = await host.download(id)
  expect([response.status, (await response.json()).code]).toEqual([500, 'FILE_DAMAGED'])
})
