import { afterAll, expect, it, onTestFinished } from 'vitest'
import { TALENT_APP } from '../../../test/talent-office.ts'
import { createTestApp } from '../../testing/create-test-app.ts'
import { closeTestDatabases, createTestDatabase, testDatabaseKinds } from '../../testing/test-databases.ts'

afterAll(closeTestDatabases)

const VALUES = { 姓名: 'XX', 联系电话: '13800001234', 区域: '370321', 推荐部门: '市工信局', 年度: '2026' }
const MINUTE_MS = 60_000

it.each(await testDatabaseKinds())(
  'shows an urge in the inbox of who has the task, until they have decided, on %s',
  async (kind) => {
    const { url, drop } = await createTestDatabase(kind)
    const app = await createTestApp({ appFolder: TALENT_APP, databaseUrl: url })
    onTestFinished(async () => {
      await app.close()
      await drop()
    })
    const clerk = app.as('firm-1-clerk')
    const inbox = async () => {
      const { items } = await app
        .as('firm-1-leader')
        .get<{ items: Array<{ case: { id: string }; urgedAt: string | null }> }>('/tasks')
      return Object.fromEntries(items.map((task) => [task.case.id, task.urgedAt]))
    }
    const { id: urged } = await clerk.post<{ id: string }>('/matters/talent/cases', { values: VALUES })
    const { id: quiet } = await clerk.post<{ id: string }>('/matters/talent/cases', { values: VALUES })
    expect(await inbox()).toEqual({ [urged]: null, [quiet]: null })
    app.clock.advance(MINUTE_MS)
    await clerk.post(`/cases/${urged}/actions`, { type: 'urge' })
    expect(await inbox()).toEqual({ [urged]: app.clock.now(), [quiet]: null })
    // Who gets the task only afterwards was not urged.
    app.clock.advance(MINUTE_MS)
    const { tasks, version } = await app
      .as('firm-1-leader')
      .get<{ tasks: Array<{ id: string }>; version: number }>(`/cases/${urged}`)
    const back = { type: 'return', to: 'initiator', version, opinion: { text: '请补正' } }
    await app.as('firm-1-leader').post(`/tasks/${tasks[0]?.id}/actions`, back)
    const { items } = await clerk.get<{ items: Array<{ urgedAt: string | null }> }>('/tasks')
    expect(items.map(({ urgedAt }) => urgedAt)).toEqual([null])
  },
)
