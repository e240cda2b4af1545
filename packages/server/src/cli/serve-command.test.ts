import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished, vi } from 'vitest'
import { runZhupi, startZhupi } from '../../test/run-zhupi.ts'

// Each run is a process of its own.
vi.setConfig({ testTimeout: 180_000 })

const LEAVE = fileURLToPath(new URL('../../../../examples/leave-request', import.meta.url))

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-serve-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

it('serves an application, signs in by choosing an account, and stops when it is told to', async () => {
  const data = dataFolder()
  const server = startZhupi(['serve', LEAVE, '--port', '0', '--data', data])
  const url = await new Promise<string>((resolve, reject) => {
    server.stdout.on('data', (text) => {
      const found = /http:\S+/.exec(String(text))?.[0]
      if (found) resolve(found)
    })
    server.stderr.on('data', (text) => reject(new Error(String(text))))
  })
  const signedIn = await fetch(`${url}login`, {
    method: 'POST',
    body: new URLSearchParams({ person: 'office-clerk' }),
    redirect: 'manual',
  })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect(await (await fetch(`${url}api/v1/me`, { headers: { cookie } })).json()).toMatchObject({ id: 'office-clerk' })
  const stopped = new Promise((resolve) => server.on('close', resolve))
  server.kill('SIGTERM')
  expect(await stopped).toBe(0)
  expect(await runZhupi(['verify', data])).toMatchObject({
    code: 0,
    // The sign-in is the one thing that happened.
    stdout: expect.stringMatching(/^ok: 0 records of 0 cases\nok: 1 records of the audit, the last [0-9a-f]{64}\n$/),
  })
})

it('says before the start what would stand in its way, and changes nothing', async () => {
  const folder = dataFolder()
  const file = join(folder, 'zhupi.config.yaml')
  const data = join(folder, 'data')
  writeFileSync(file, `app: ${LEAVE}\ndata: ./data\nlogin: { ticket: { secret: { file: ticket } } }\n`)
  expect(await runZhupi(['serve', '--config', file, '--check'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('login.ticket.secret: FILE_MISSING'),
  })
  writeFileSync(join(folder, 'ticket'), 'x'.repeat(32))
  const good = await runZhupi(['serve', '--config', file, '--check'])
  expect(good).toMatchObject({ code: 0, stderr: '' })
  expect(good.stdout).toContain(`ok   app ${LEAVE}`)
  expect(good.stdout).toContain('ok   login ticket HS256')
  expect(existsSync(data)).toBe(false)
  writeFileSync(file, `app: ${LEAVE}\ndatabase: { url: 'postgres://zhupi:geheim@127.0.0.1:1/zhupi' }\n`)
  const bad = await runZhupi(['serve', '--config', file, '--check'])
  expect(bad).toMatchObject({ code: 1, stderr: '2 of 6 checks failed\n' })
  expect(bad.stdout).toContain('FAIL database postgres://zhupi:***@127.0.0.1:1/zhupi')
  expect(bad.stdout).toContain('FAIL login')
  expect(bad.stdout).not.toContain('geheim')
})

it('says what is wrong with an application or a data folder', async () => {
  const served = await runZhupi(['serve', '/nowhere', '--data', dataFolder()])
  expect(served).toMatchObject({ code: 1 })
  expect(served.stderr).toContain('app.json: FILE_MISSING')
  expect(await runZhupi(['serve', LEAVE, '--port', 'http'])).toMatchObject({ code: 2 })
  expect(await runZhupi(['verify', '/nowhere'])).toMatchObject({ code: 2 })
})
