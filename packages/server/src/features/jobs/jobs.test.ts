import { afterAll, expect, it, onTestFinished, vi } from 'vitest'
import { TALENT_APP } from '../../../test/talent-office.ts'
import type { Notifier } from '../../ports/notifier/notifier.ts'
import { createTestApp } from '../../testing/create-test-app.ts'
import { closeTestDatabases, createTestDatabase, testDatabaseKinds } from '../../testing/test-databases.ts'

vi.setConfig({ testTimeout: 60_000 })
afterAll(closeTestDatabases)

const VALUES = { 姓名: 'XX', 联系电话: '13800001234', 区域: '370321', 推荐部门: '市工信局', 年度: '2026' }
const HOUR_MS = 3_600_000

interface Listed {
  items: Array<{ id: string; kind: string; attempts: number; error: string | null; case: { number: string } | null }>
}

it.each(await testDatabaseKinds())(
  'are listed when they were given up, tried again or discarded by the system administrator alone, on %s',
  async (kind) => {
    const { url: databaseUrl, drop } = await createTestDatabase(kind)
    let up = false
    const sent: string[] = []
    const centre: Notifier = {
      name: 'centre',
      async send(_notifications, key) {
        if (!up) throw new Error('the message centre is down')
        sent.push(key)
      },
    }
    const app = await createTestApp({ appFolder: TALENT_APP, databaseUrl, notifiers: [centre] })
    onTestFinished(async () => {
      await app.close()
      await drop()
    })
    const admin = app.as('system-admin')
    const list = async (state: string) => (await admin.get<Listed>(`/admin/jobs?state=${state}`)).items
    const about = async () => (await list('failed')).filter((job) => job.kind === 'notification')
    for (let n = 0; n < 2; n += 1) await app.as('firm-1-clerk').post('/matters/talent/cases', { values: VALUES })
    await app.server.services.notifications.make()
    const waiting = (await list('waiting')).map((job) => job.kind)
    expect(waiting.filter((one) => one === 'notification')).toHaveLength(2)
    for (let tried = 0; tried < 10; tried += 1) await app.pass(HOUR_MS)
    const failed = await about()
    expect(failed).toMatchObject([
      { attempts: 10, error: 'the message centre is down', case: { number: expect.any(String) } },
      { attempts: 10, error: 'the message centre is down' },
    ])
    const [one, other] = failed.map(({ id }) => id)
    const page = await admin.get<Listed & { nextCursor: string }>('/admin/jobs?limit=1')
    const next = await admin.get<Listed>(`/admin/jobs?limit=1&cursor=${page.nextCursor}`)
    expect([page.items[0]?.id, next.items[0]?.id]).toEqual([one, other])

    up = true
    await app.runJobs()
    expect(sent).toEqual([])
    await admin.post(`/admin/jobs/${one}/retry`, {})
    await app.runJobs()
    expect(sent).toHaveLength(1)
    await admin.post(`/admin/jobs/${other}/discard`, { reason: '已经当面告知' })
    await app.pass(24 * HOUR_MS)
    expect(sent).toHaveLength(1)
    expect(await about()).toEqual([])
    await expect(admin.post(`/admin/jobs/${other}/retry`, {})).rejects.toMatchObject({
      code: 'JOB_NOT_FOUND',
    })
    const audit = await app.as('audit-admin').get<{ items: Array<{ kind: string; detail: string }> }>('/admin/audit')
    expect(audit.items.map((entry) => entry.kind)).toEqual(expect.arrayContaining(['restore', 'discard']))
    expect(audit.items.find((entry) => entry.kind === 'discard')?.detail).toContain('已经当面告知')
  },
)
