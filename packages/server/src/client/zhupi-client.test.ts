import { expect, it, onTestFinished } from 'vitest'
import { TALENT_APP } from '../../test/talent-office.ts'
import { createTestApp } from '../testing/create-test-app.ts'
import { createZhupiClient, ZhupiProblem } from './zhupi-client.ts'

const values = { 姓名: 'XX', 联系电话: '13800001234', 区域: '370321', 推荐部门: '市工信局', 年度: '2026' }
const matter = { params: { path: { key: 'talent' } } }

async function office() {
  const app = await createTestApp({ appFolder: TALENT_APP })
  onTestFinished(() => app.close())
  return { app, as: (person: string) => createZhupiClient({ baseUrl: app.api, ticket: () => app.ticket(person) }) }
}

it('starts a case, finds the task of the next, and decides it, each typed', async () => {
  const { as } = await office()
  const started = await as('firm-1-clerk').POST('/matters/{key}/cases', { ...matter, body: { values } })
  const leader = as('firm-1-leader')
  const { data: inbox } = await leader.GET('/tasks', { params: { query: { box: 'todo' } } })
  const [task] = inbox?.items ?? []
  expect(task?.case.id).toBe(started.data?.id)
  const { data: decided } = await leader.POST('/tasks/{taskId}/actions', {
    params: { path: { taskId: task?.id ?? '' } },
    body: { type: 'approve', version: task?.version ?? 0, opinion: { text: '同意', seal: 'firm-1' } },
  })
  expect(decided?.message).toContain('已同意')
})

it('throws what is refused, with its code and its places', async () => {
  const { as } = await office()
  const refused = as('firm-1-clerk').POST('/matters/{key}/cases', { ...matter, body: { values: {} } })
  const problem = await refused.then(
    () => undefined,
    (error) => error,
  )
  expect(problem).toBeInstanceOf(ZhupiProblem)
  expect(problem).toMatchObject({
    code: 'VALUES_INVALID',
    status: 422,
    requestId: expect.stringMatching(/^[\w-]{8,}$/),
  })
  expect(problem.issues.length).toBeGreaterThan(0)
})

it('does once what is sent twice under one key', async () => {
  const { as } = await office()
  const clerk = as('firm-1-clerk')
  const send = () =>
    clerk.POST('/matters/{key}/cases', { ...matter, body: { values }, headers: { 'Idempotency-Key': 'once' } })
  expect((await send()).data?.id).toBe((await send()).data?.id)
  expect((await clerk.GET('/cases')).data?.items).toHaveLength(1)
})
