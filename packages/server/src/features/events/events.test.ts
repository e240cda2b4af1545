import { expect, it, onTestFinished } from 'vitest'
import { TALENT_APP } from '../../../test/talent-office.ts'
import { createTestApp, type TestApp } from '../../testing/create-test-app.ts'
import { closeTestDatabases, createTestDatabase, testDatabaseKinds } from '../../testing/test-databases.ts'
import { createEventHub } from './event-hub.ts'

const VALUES = { 姓名: 'XX', 联系电话: '13800001234', 区域: '370321', 推荐部门: '市工信局', 年度: '2026' }

interface Heard {
  event: string
  id?: string
  data: Record<string, unknown>
}

/** Listens as a person; `next` waits for the next event of a kind. */
async function listen(app: TestApp, person: string, lastEventId?: string, cookie?: string) {
  const abort = new AbortController()
  onTestFinished(() => abort.abort())
  const headers = {
    ...(cookie === undefined ? { authorization: `Bearer ${await app.ticket(person)}` } : { cookie }),
    ...(lastEventId !== undefined && { 'Last-Event-ID': lastEventId }),
  }
  const response = await fetch(`${app.api}/events`, { headers, signal: abort.signal })
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const reader = (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader()
  const heard: Heard[] = []
  let text = ''
  return {
    heard,
    abort,
    async next(event: string): Promise<Heard> {
      for (;;) {
        const at = heard.findIndex((one) => one.event === event)
        if (at >= 0) return heard.splice(at, 1)[0] as Heard
        const { value, done } = await reader.read()
        if (done) throw new Error(`The stream ended before ${event}`)
        text += value
        const blocks = text.split('\n\n')
        text = blocks.pop() ?? ''
        heard.push(...blocks.flatMap(toEvent))
      }
    },
    async ended(): Promise<boolean> {
      for (;;) if ((await reader.read()).done) return true
    },
  }
}

function toEvent(block: string): Heard[] {
  const fields = new Map(block.split('\n').map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]))
  const event = fields.get('event')
  if (event === undefined) return []
  return [{ event, data: JSON.parse(fields.get('data') ?? '{}'), ...(fields.has('id') && { id: fields.get('id') }) }]
}

/** Signs in as a browser does. @returns its cookie */
async function signIn(app: TestApp, person: string): Promise<string> {
  const response = await fetch(`${app.api}/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ticket: await app.ticket(person) }),
  })
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

const startCase = (app: TestApp) =>
  app.as('firm-1-clerk').post<{ id: string }>('/matters/talent/cases', { values: VALUES })

it('tells the receiver and the initiator what has moved, and a stranger nothing', async () => {
  const app = await createTestApp({ appFolder: TALENT_APP })
  onTestFinished(() => app.close())
  const [leader, clerk, stranger] = await Promise.all([
    listen(app, 'firm-1-leader'),
    listen(app, 'firm-1-clerk'),
    listen(app, 'firm-2-clerk'),
  ])
  expect(await leader.next('inbox')).toEqual({ event: 'inbox', data: { todo: 0 } })
  expect(await stranger.next('inbox')).toEqual({ event: 'inbox', data: { todo: 0 } })
  const { id } = await startCase(app)
  await app.server.events.look()
  expect((await leader.next('case')).data).toEqual({ caseId: id, version: 1 })
  expect(await leader.next('inbox')).toEqual({ event: 'inbox', data: { todo: 1 } })
  expect((await clerk.next('case')).data).toEqual({ caseId: id, version: 1 })
  // What the stranger hears next is a case of their own: nothing came before it.
  const own = await app.as('firm-2-clerk').post<{ id: string }>('/matters/talent/cases', { values: VALUES })
  await app.server.events.look()
  expect((await stranger.next('case')).data).toEqual({ caseId: own.id, version: 1 })
  expect(stranger.heard.filter(({ event }) => event === 'case')).toEqual([])
})

it('tells at once who was told something', async () => {
  const app = await createTestApp({ appFolder: TALENT_APP })
  onTestFinished(() => app.close())
  const leader = await listen(app, 'firm-1-leader')
  await startCase(app)
  const { notifications } = app.server.services
  await notifications.make()
  await app.server.events.look()
  expect((await leader.next('notice')).data).toEqual({ unread: 1 })
  await startCase(app)
  await notifications.make()
  for (let i = 0; i < 3; i += 1) await app.server.events.look()
  expect((await leader.next('notice')).data).toEqual({ unread: 2 })
  const { items, unread } = await app
    .as('firm-1-leader')
    .get<{ items: Array<{ id: string; kind: string }>; unread: number }>('/notifications?unread=true')
  expect([items.map(({ kind }) => kind), unread]).toEqual([['task', 'task'], 2])
  expect(leader.heard.filter(({ event }) => event === 'notice')).toEqual([])
})

it('goes on where a connection broke off', async () => {
  const app = await createTestApp({ appFolder: TALENT_APP })
  onTestFinished(() => app.close())
  const before = await listen(app, 'firm-1-leader')
  await startCase(app)
  await app.server.events.look()
  const { id: lastEventId } = await before.next('case')
  before.abort.abort()
  const missed = await startCase(app)
  const after = await listen(app, 'firm-1-leader', lastEventId)
  expect(await after.next('inbox')).toMatchObject({ data: { todo: 2 } })
  expect((await after.next('case')).data).toMatchObject({ caseId: missed.id })
})

it('tells a change once, however often it looks', async () => {
  const app = await createTestApp({ appFolder: TALENT_APP })
  onTestFinished(() => app.close())
  const leader = await listen(app, 'firm-1-leader')
  const first = await startCase(app)
  for (let i = 0; i < 3; i += 1) await app.server.events.look()
  const second = await startCase(app)
  await app.server.events.look()
  expect((await leader.next('case')).data.caseId).toBe(first.id)
  expect((await leader.next('case')).data.caseId).toBe(second.id)
})

it('ends the streams of a session with the session, at once, and no others', async () => {
  const app = await createTestApp({ appFolder: TALENT_APP })
  onTestFinished(() => app.close())
  const [gone, stays] = await Promise.all([signIn(app, 'firm-1-leader'), signIn(app, 'firm-1-leader')])
  const ending = await listen(app, 'firm-1-leader', undefined, gone)
  const staying = await listen(app, 'firm-1-leader', undefined, stays)
  await staying.next('inbox')
  const out = { method: 'DELETE', headers: { cookie: gone, 'sec-fetch-site': 'same-origin' } }
  expect((await fetch(`${app.api}/sessions`, out)).status).toBe(204)
  expect(await ending.ended()).toBe(true)
  const { id } = await startCase(app)
  await app.server.events.look()
  expect((await staying.next('case')).data.caseId).toBe(id)
})

it('finds at a beat what a transaction that waited has written late, and tells it once', async () => {
  const app = await createTestApp({ appFolder: TALENT_APP })
  onTestFinished(() => app.close())
  const heard: string[] = []
  const hub = createEventHub({
    db: app.server.database,
    readsMatter: () => false,
    livingSessions: async () => new Set(),
    onError: () => {},
    // The record is made now, and its transaction ends ten seconds later.
    wall: () => Date.now() + 10_000,
  })
  const person = app.server.directory.person('firm-1-leader')
  const unit = app.server.directory.unit('firm-1')
  if (!person || !unit) throw new Error('no such account')
  const actor = { person, unit, integration: false, address: '127.0.0.1', requestId: '1' }
  await hub.listen({
    actor,
    send: (event) => void (event.type === 'case' && heard.push(event.caseId)),
    beat: () => {},
    end: () => {},
  })
  const { id } = await startCase(app)
  await hub.look()
  expect(heard).toEqual([])
  await hub.beat()
  await hub.beat()
  expect(heard).toEqual([id])
})

it('ends the streams when the server stops', async () => {
  const app = await createTestApp({ appFolder: TALENT_APP })
  const leader = await listen(app, 'firm-1-leader')
  await leader.next('inbox')
  const [ended] = await Promise.all([leader.ended(), app.close()])
  expect(ended).toBe(true)
})

it.each((await testDatabaseKinds()).filter((kind) => kind !== 'sqlite'))(
  'tells in one process what another has done, on %s',
  async (kind) => {
    const { url, drop } = await createTestDatabase(kind)
    const one = await createTestApp({ appFolder: TALENT_APP, databaseUrl: url })
    const other = await createTestApp({ appFolder: TALENT_APP, databaseUrl: url })
    onTestFinished(async () => {
      await Promise.all([one.close(), other.close()])
      await drop()
      await closeTestDatabases()
    })
    const leader = await listen(other, 'firm-1-leader')
    await leader.next('inbox')
    const { id } = await startCase(one)
    await other.server.events.look()
    expect((await leader.next('case')).data).toEqual({ caseId: id, version: 1 })
    expect(await leader.next('inbox')).toMatchObject({ data: { todo: 1 } })

    const cookie = await signIn(one, 'firm-1-clerk')
    const clerk = await listen(other, 'firm-1-clerk', undefined, cookie)
    await clerk.next('inbox')
    await other.server.events.beat()
    const out = { method: 'DELETE', headers: { cookie, 'sec-fetch-site': 'same-origin' } }
    expect((await fetch(`${one.api}/sessions`, out)).status).toBe(204)
    await other.server.events.beat()
    expect(await clerk.ended()).toBe(true)
  },
)
