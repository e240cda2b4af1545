import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { ServerError } from '../errors.ts'
import { createGuardedFetch, type LookUp } from './guarded-fetch.ts'
import { callWebhook } from './webhook-call.ts'

/** A real system inside: what it was asked, and its port. */
async function neighbour(answer: (path: string) => { status?: number; headers?: Record<string, string> } = () => ({})) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const { status = 200, headers = {} } = answer(request.url ?? '')
    response.writeHead(status, { connection: 'close', ...headers }).end('{"ok":true}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { asked, port: (server.address() as AddressInfo).port }
}

/** A name server that answers one list after the other. */
function answers(...lists: string[][]): { lookUp: LookUp; asked: string[] } {
  const asked: string[] = []
  const lookUp: LookUp = async (host) => {
    asked.push(host)
    const list = lists[Math.min(asked.length, lists.length) - 1] ?? []
    return list.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  }
  return { lookUp, asked }
}

async function send(url: string, options: Parameters<typeof createGuardedFetch>[0]): Promise<string | undefined> {
  try {
    const answer = await createGuardedFetch(options)(new URL(url), { method: 'POST', body: '{}' })
    return `${answer.status}`
  } catch (error) {
    return error instanceof ServerError ? error.code : String(error)
  }
}

it.each([
  'http://127.0.0.1:9/',
  'http://2130706433:9/',
  'http://0x7f.1:9/',
  'http://0.0.0.0:9/',
  'http://[::1]:9/',
  'http://[::ffff:127.0.0.1]:9/',
  'http://[fe80::1]:9/',
  'http://[fd00::1]:9/',
  'http://10.0.0.1:9/',
  'http://172.16.0.1:9/',
  'http://192.168.1.1:9/',
  'http://100.64.0.1:9/',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.100.100.200:9/latest/meta-data/',
])('does not call %s', async (url) => {
  expect(await send(url, { networks: [] })).toBe('ADDRESS_REFUSED')
})

it.each([
  ['this machine', ['127.0.0.1']],
  ['a neighbour', ['10.9.8.7']],
  ['the metadata of a cloud', ['169.254.169.254']],
  ['one public address and one inside', ['203.0.114.1', '127.0.0.1']],
  ['nothing', []],
])('does not call a name that means %s', async (_what, addresses) => {
  const { asked, port } = await neighbour()
  const { lookUp } = answers(addresses)
  expect(await send(`http://oa.example.test:${port}/`, { networks: [], lookUp })).toBe('ADDRESS_REFUSED')
  expect(asked).toEqual([])
})

it('calls inside where the network is listed', async () => {
  const { asked, port } = await neighbour()
  const { lookUp } = answers(['127.0.0.1'])
  expect(await send(`http://oa.example.test:${port}/a`, { networks: ['127.0.0.0/8'], lookUp })).toBe('200')
  expect(await send(`http://127.0.0.1:${port}/b`, { networks: ['127.0.0.0/8'] })).toBe('200')
  expect(asked).toEqual(['/a', '/b'])
})

it('connects to what it has checked: a name is resolved once for a connection, and what it means later is checked anew', async () => {
  const { asked, port } = await neighbour()
  const { lookUp, asked: names } = answers(['127.0.0.1'], ['127.0.0.2'])
  const guarded = createGuardedFetch({ networks: ['127.0.0.1/32'], lookUp })
  const url = new URL(`http://oa.example.test:${port}/`)
  expect((await guarded(url, { method: 'POST', body: '{}' })).status).toBe(200)
  expect(names).toHaveLength(1)
  await expect(guarded(url, { method: 'POST', body: '{}' })).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' })
  expect(asked).toHaveLength(1)
})

it('follows no redirect, whatever the caller asks for', async () => {
  const inside = await neighbour()
  const { port } = await neighbour(() => ({ status: 307, headers: { location: `http://127.0.0.1:${inside.port}/` } }))
  const guarded = createGuardedFetch({ networks: ['127.0.0.0/8'] })
  await expect(guarded(new URL(`http://127.0.0.1:${port}/`), { redirect: 'follow' })).rejects.toThrow()
  const send = { key: 'k', hosts: [`127.0.0.1:${port}`], send: guarded }
  await expect(callWebhook({ url: `http://127.0.0.1:${port}/` }, send)).rejects.toThrow()
  expect(inside.asked).toEqual([])
})

it('refuses a list with something that is no network', () => {
  expect(() => createGuardedFetch({ networks: ['10.0.0.0'] })).toThrow()
})
