import { fileURLToPath } from 'node:url'
import { createTestApp, type TestApp } from '@zhupi/server/testing'
import { beforeEach, expect, it, onTestFinished } from 'vitest'

let app: TestApp

beforeEach(async () => {
  app = await createTestApp({ appFolder: fileURLToPath(new URL('.', import.meta.url)) })
  onTestFinished(() => app.close())
})

/** The clerk of the window asks for leave. @returns the id of the case */
async function apply(from: string, to: string): Promise<string> {
  const clerk = app.as('window-clerk')
  const matter = await clerk.get<{ values: Record<string, unknown> }>('/matters/leave')
  const values = { ...matter.values, 请假类型: '事假', 起止日期: [from, to], 事由: '回家探亲。' }
  return (await clerk.post<{ id: string }>('/matters/leave/cases', { values })).id
}

/** Agrees to the first task of a person's inbox. */
async function approve(personId: string): Promise<void> {
  const person = app.as(personId)
  const inbox = await person.get<{ items: Array<{ id: string; version: number }> }>('/tasks?box=todo')
  const [task] = inbox.items
  await person.post(`/tasks/${task?.id}/actions`, {
    type: 'approve',
    version: task?.version,
    opinion: { text: '同意。' },
  })
}

async function status(caseId: string): Promise<string> {
  return (await app.as('window-clerk').get<{ status: string }>(`/cases/${caseId}`)).status
}

it('needs the head of the department for up to three days', async () => {
  const id = await apply('2026-03-23', '2026-03-25') // given
  await approve('window-head') // when
  expect(await status(id)).toBe('completed') // then
})

it('needs the deputy director too for more', async () => {
  const id = await apply('2026-03-23', '2026-03-26')
  await approve('window-head')
  expect(await status(id)).toBe('running')
  await approve('deputy')
  expect(await status(id)).toBe('completed')
})
