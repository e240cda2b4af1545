import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Koa from 'koa'
import mount from 'koa-mount'
import { expect, it, onTestFinished } from 'vitest'
import { createShell } from '../../test/shell.ts'
import { temporaryServer } from '../../test/temporary-server.ts'

async function start() {
  return temporaryServer(await createShell({ pluginFolder: pluginFolder() }))
}

/** A built plugin, with secrets around it. */
function pluginFolder(): string {
  const outer = mkdtempSync(join(tmpdir(), 'zhupi-plugin-'))
  onTestFinished(() => rmSync(outer, { recursive: true, force: true }))
  const folder = join(outer, 'dist')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(outer, 'secret.txt'), 'secret')
  mkdirSync(join(outer, 'dist-other'))
  writeFileSync(join(outer, 'dist-other', 'secret.txt'), 'secret')
  writeFileSync(join(folder, '.env'), 'secret')
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html><head><title>朱批</title></head></html>')
  writeFileSync(join(folder, 'zhupi.js'), 'var Zhupi={}')
  writeFileSync(join(folder, 'assets', 'index-B7xk2Qp9.js'), 'export {}')
  return folder
}

/** Asks for a path exactly as it is written: `fetch` would tidy it up. */
function raw(url: string, path: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    get({ port: new URL(url).port, host: '127.0.0.1', path }, (response) => {
      let text = ''
      response.on('data', (data) => {
        text += data
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    }).on('error', reject)
  })
}

it('answers every view path with the page', async () => {
  const url = await start()
  for (const path of ['/', '/index.html', '/inbox', '/task?id=019b']) {
    const response = await fetch(url + path)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(await response.text()).toContain('<title>朱批</title>')
  }
})

it('lets only named portals frame the page, and evaluates nothing', async () => {
  const policy = (await fetch(await start())).headers.get('content-security-policy') ?? ''
  expect(policy).toContain("frame-ancestors 'self' http://portal.example.test")
  expect(policy).toContain("script-src 'self';")
  expect(policy).not.toContain('unsafe-eval')
})

it('lets browsers keep files with a hash for ever, and asks anew for the SDK', async () => {
  const url = await start()
  const asset = await fetch(`${url}/assets/index-B7xk2Qp9.js`)
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(asset.headers.get('content-type')).toContain('javascript')
  const sdk = await fetch(`${url}/zhupi.js`)
  expect(sdk.headers.get('cache-control')).toBe('no-cache')
  expect(sdk.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  const headers = { 'if-none-match': sdk.headers.get('etag') ?? '', 'cache-control': 'max-age=0' }
  expect((await fetch(`${url}/zhupi.js`, { headers })).status).toBe(304)
})

it.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/..%5csecret.txt',
  '/../dist-other/secret.txt',
  '/.env',
  '/%2eenv',
  '/assets/%00.js',
  '/%E0%A4%A',
  '/missing.js',
  '/tasks/019b',
])('has nothing at %s', async (path) => {
  const { status, text } = await raw(await start(), path)
  expect([status, text.includes('secret')]).toEqual([404, false])
})

it('leads from the folder without its slash to the folder', async () => {
  const outer = new Koa()
  outer.use(mount('/zhupi', await createShell({ pluginFolder: pluginFolder() })))
  const url = await temporaryServer(outer)
  const response = await fetch(`${url}/zhupi`, { redirect: 'manual' })
  expect([response.status, response.headers.get('location')]).toEqual([302, '/zhupi/'])
  expect((await fetch(`${url}/zhupi/`)).status).toBe(200)
})

it('takes no change', async () => {
  const response = await fetch(await start(), { method: 'POST' })
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
})
