import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { TALENT_APP } from '../../../test/talent-office.ts'
import { createTestApp } from '../../testing/create-test-app.ts'
import { createTestDatabase, testDatabaseKinds } from '../../testing/test-databases.ts'

const VALUES = { 姓名: 'XX', 联系电话: '13800001234', 区域: '370321', 推荐部门: '市工信局', 年度: '2026' }
const SECRET = 'the-secret-of-the-message-centre'

interface Received {
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** A message centre on this machine, which answers with these statuses in turn, then 200. */
async function messageCentre(...statuses: number[]) {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts).toString() })
      response.writeHead(statuses.shift() ?? 200).end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  return { received, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/messages` }
}

it.each(await testDatabaseKinds())(
  'delivers what an act tells in one signed request, again with the same key where it failed, on %s',
  async (kind) => {
    const { url, received } = await messageCentre(503)
    const { url: databaseUrl, drop } = await createTestDatabase(kind)
    const app = await createTestApp({
      appFolder: TALENT_APP,
      databaseUrl,
      notifyWebhook: { url, secret: SECRET, kinds: ['task'] },
      webhookNetworks: ['127.0.0.0/8'],
    })
    onTestFinished(async () => {
      await app.close()
      await drop()
    })
    const { id } = await app.as('firm-1-clerk').post<{ id: string }>('/matters/talent/cases', { values: VALUES })
    await app.as('firm-1-clerk').post(`/cases/${id}/actions`, { type: 'urge' })
    await app.server.services.notifications.make()
    await app.runJobs()
    await app.pass(10_000)
    expect(received).toHaveLength(2)
    const [first, again] = received
    expect(again?.headers['idempotency-key']).toBe(first?.headers['idempotency-key'])
    const { notifications } = JSON.parse(again?.body ?? '{}')
    const taskId = notifications[0]?.task
    expect(notifications).toMatchObject([
      {
        kind: 'task',
        person: { id: 'firm-1-leader', name: '甲公司负责人' },
        case: { id, matter: { key: 'talent' } },
        element: '用人单位意见',
        url: `${app.server.url}task?id=${taskId}`,
      },
    ])
    expect(again?.body).not.toContain(VALUES.联系电话)
    const signed = `${again?.headers['x-zhupi-timestamp']}.${again?.body}`
    const digest = createHmac('sha256', SECRET).update(signed).digest('hex')
    expect(again?.headers['x-zhupi-signature']).toBe(`sha256=${digest}`)
  },
)

it('reaches no address inside that is not allowed', async () => {
  const { url, received } = await messageCentre()
  const app = await createTestApp({ appFolder: TALENT_APP, notifyWebhook: { url } })
  onTestFinished(() => app.close())
  await app.as('firm-1-clerk').post('/matters/talent/cases', { values: VALUES })
  await app.server.services.notifications.make()
  await app.runJobs()
  expect(received).toEqual([])
  const job = await app.server.database.read.first<{ state: string; last_error: string }>(
    "SELECT state, last_error FROM job WHERE kind = 'notification'",
  )
  expect(job).toMatchObject({ state: 'ready', last_error: expect.stringContaining('127.0.0.1') })
})
