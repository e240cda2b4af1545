import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGzip } from 'node:zlib'
import { pack } from 'tar-stream'
import { expect, it, onTestFinished } from 'vitest'
import { runZhupi } from '../../test/run-zhupi.ts'
import { TALENT_APP } from '../../test/talent-office.ts'
import { createTestApp } from '../testing/create-test-app.ts'
import { backUp } from './back-up.ts'
import { restore } from './restore.ts'

const VALUES = { 姓名: 'XX', 联系电话: '13800001234', 区域: '370321', 推荐部门: '市工信局', 年度: '2026' }
const NOW = '2026-03-18T06:05:00.000Z'
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'zhupi-backup-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

/** A server with its data folder. */
async function office(dataFolder = join(folder(), 'data')) {
  const app = await createTestApp({ appFolder: TALENT_APP, dataFolder })
  return { app, dataFolder, clerk: app.as('firm-1-clerk') }
}

it('takes a whole copy under load, which serves elsewhere and whose histories are proved', async () => {
  const { app, dataFolder, clerk } = await office()
  const fileId = await clerk.upload('a.png', PNG)
  const acknowledged: string[] = []
  let loading = true
  let underWay = () => {}
  const busy = new Promise<void>((resolve) => {
    underWay = resolve
  })
  const load = Array.from({ length: 8 }, async () => {
    while (loading) {
      const { id } = await clerk.post<{ id: string }>('/matters/talent/cases', { values: VALUES })
      if (acknowledged.push(id) > 10) underWay()
    }
  })
  await busy
  const before = [...acknowledged]
  const file = join(folder(), 'a.tar.gz')
  await backUp(dataFolder, file, NOW)
  loading = false
  await Promise.all(load)
  await app.close()
  expect(acknowledged.length).toBeGreaterThan(before.length)

  const elsewhere = join(folder(), 'data')
  await restore(file, elsewhere)
  const other = await office(elsewhere)
  onTestFinished(() => other.app.close())
  for (const id of before) expect(await other.clerk.get(`/cases/${id}`)).toMatchObject({ id, status: 'running' })
  const bytes = await (await other.clerk.request('GET', `/files/${fileId}`)).arrayBuffer()
  expect(Buffer.from(bytes).equals(PNG)).toBe(true)
  const next = await other.clerk.post<{ number: string }>('/matters/talent/cases', { values: VALUES })
  expect(next.number).toMatch(/\d/)
})

it('backs up and restores from the command line, and says whether the chains hold', async () => {
  const { app, dataFolder, clerk } = await office()
  await clerk.post('/matters/talent/cases', { values: VALUES })
  const file = join(folder(), 'a.tar.gz')
  expect(await runZhupi(['backup', file, '--data', dataFolder])).toMatchObject({
    code: 0,
    stdout: `ok: the database and 0 files in ${file}\n`,
  })
  await app.close()
  const elsewhere = join(folder(), 'data')
  const restored = await runZhupi(['restore', file, '--data', elsewhere])
  expect(restored.stderr).toBe('')
  expect(restored.stdout).toMatch(/^ok: \d+ records of 1 cases in /)
  expect(readFileSync(join(elsewhere, 'secret'), 'utf8')).toBe(readFileSync(join(dataFolder, 'secret'), 'utf8'))
  expect(await runZhupi(['restore', file, '--data', elsewhere])).toMatchObject({ code: 1 })
  expect(await runZhupi(['backup', file, '--data', folder()])).toMatchObject({ code: 2 })
})

it('leaves nothing half done: neither an archive nor a folder', async () => {
  const { app, dataFolder } = await office()
  await app.close()
  const place = folder()
  const file = join(place, 'a.tar.gz')
  await expect(backUp(dataFolder, join(place, 'missing', 'a.tar.gz'), NOW)).rejects.toThrow('ENOENT')
  expect(readdirSync(dataFolder).filter((name) => name.startsWith('.backup'))).toEqual([])
  await backUp(dataFolder, file, NOW)
  truncateSync(file, 4000)
  await expect(restore(file, join(place, 'data'))).rejects.toThrow('cannot be read as a backup')
  expect(readdirSync(place)).toEqual(['a.tar.gz'])
})

it.each([
  ['a file that leads elsewhere', '../../etc/passwd', 'does not belong'],
  ['a file that is not of ours', 'files/ab/run.sh', 'does not belong'],
  ['no list of what is in it', 'secret', 'not complete'],
])('refuses an archive with %s', async (_what, name, message) => {
  const place = folder()
  const file = join(place, 'a.tar.gz')
  const archive = pack()
  archive.entry({ name }, 'x')
  archive.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of archive.pipe(createGzip())) chunks.push(chunk as Buffer)
  writeFileSync(file, Buffer.concat(chunks))
  await expect(restore(file, join(place, 'data'))).rejects.toThrow(message)
  expect(readdirSync(place)).toEqual(['a.tar.gz'])
})

it('refuses a copy in which a byte has changed', async () => {
  const { app, dataFolder } = await office()
  await app.close()
  const place = folder()
  const file = join(place, 'a.tar.gz')
  writeFileSync(join(dataFolder, 'secret'), 'x'.repeat(64))
  await backUp(dataFolder, file, NOW)
  const { extract } = await import('tar-stream')
  const { gunzipSync } = await import('node:zlib')
  const changed = pack()
  const entries = extract()
  entries.end(gunzipSync(readFileSync(file)))
  for await (const entry of entries) {
    const bytes: Buffer[] = []
    for await (const chunk of entry) bytes.push(chunk as Buffer)
    const text = Buffer.concat(bytes)
    changed.entry({ name: entry.header.name }, entry.header.name === 'secret' ? 'y'.repeat(64) : text)
  }
  changed.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of changed.pipe(createGzip())) chunks.push(chunk as Buffer)
  writeFileSync(file, Buffer.concat(chunks))
  await expect(restore(file, join(place, 'data'))).rejects.toThrow('secret is not what was backed up')
})
