import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { talentOffice } from '../../test/talent-office.ts'
import { createTestApp } from '../testing/create-test-app.ts'
import type { AppFolder, SourcedFlow } from './app.ts'
import { checkMatters } from './check-matters.ts'
import { publishApp } from './definition-store.ts'
import { checkApp, loadApp } from './load-app.ts'
import { readProcesses } from './read-processes.ts'

const PURCHASE = fileURLToPath(new URL('../../test/fixtures/purchase', import.meta.url))

/** The application with texts of a flow replaced. */
async function changed(key: string, ...changes: [string, string][]): Promise<AppFolder> {
  const app = await loadApp(PURCHASE)
  const flow = app.flows.get(key)
  if (!flow) throw new Error(`no flow ${key}`)
  const source = changes.reduce((text, [from, to]) => text.replaceAll(from, to), flow.source)
  const next: SourcedFlow = { file: flow.file, source, ...(await readProcesses(source)) }
  return { ...app, flows: new Map([...app.flows, [key, next]]) }
}

it('finds nothing wrong with the application', async () => {
  expect(await checkApp(PURCHASE)).toEqual([])
})

it('runs a called process on the server: what it is given, its table, its step, and what it gives back', async () => {
  const app = await createTestApp({ appFolder: PURCHASE })
  onTestFinished(() => app.close())
  const apply = async (amount: number) => {
    const values = { 事项: '购置打印机', 金额: amount }
    return (await app.as('clerk').post<{ id: string }>('/matters/purchase/cases', { values })).id
  }
  const approve = async (personId: string) => {
    const inbox = await app.as(personId).get<{ items: { id: string; version: number }[] }>('/tasks?box=todo')
    const [task] = inbox.items
    const opinion = { text: '同意。' }
    await app.as(personId).post(`/tasks/${task?.id}/actions`, { type: 'approve', version: task?.version, opinion })
  }
  const status = async (id: string) => (await app.as('clerk').get<{ status: string }>(`/cases/${id}`)).status

  const small = await apply(800)
  await approve('finance')
  expect(await status(small)).toBe('completed')
  const large = await apply(20_000)
  await approve('finance')
  expect(await status(large)).toBe('running')
  await approve('deputy')
  expect(await status(large)).toBe('completed')
})

it('keeps for each version of a matter the called flow and the table that were in force with it', async () => {
  const office = await talentOffice({ app: await loadApp(PURCHASE) })
  const start = (services: typeof office.services) =>
    services.matters.start(office.actor('clerk'), 'purchase', { 事项: '购置打印机', 金额: 20_000 })
  const before = await start(office.services)
  const people = ['value="财务审核"', 'value="分管领导"'] as [string, string]
  const next = await talentOffice({ db: office.db, app: await changed('funds', people) })
  const after = await start(next.services)
  await expect(next.taskOf(before, 'finance')).resolves.toBeDefined()
  await expect(next.taskOf(after, 'deputy')).resolves.toBeDefined()
  await next.approve(before, 'finance', 'deputy')
  const [old, now] = await Promise.all(
    [1, 2].map((version) => next.services.definitions.matterVersion(office.db.read, 'purchase', version)),
  )
  const asked = (flow: typeof old) => flow?.flow.elements['funds/finance']?.approval?.people[0]?.value
  expect([asked(old), asked(now)]).toEqual(['财务审核', '分管领导'])
  // Another process reads the same from the database.
  const other = await publishApp(office.db, next.app, office.now())
  expect(asked(await other.matterVersion(office.db.read, 'purchase', 2))).toBe('分管领导')
})

it('calls the named version, whatever came after it', async () => {
  const first = await talentOffice({ app: await loadApp(PURCHASE) })
  const people = ['value="财务审核"', 'value="分管领导"'] as [string, string]
  await publishApp(first.db, await changed('funds', people), first.now())
  const bound = await changed('purchase', ['binding="deployment"', 'binding="version" version="1"'])
  const store = await publishApp(first.db, bound, first.now())
  expect(store.matter('purchase').flow.elements['funds@1/finance']?.approval?.people[0]?.value).toBe('财务审核')
  const none = await changed('purchase', ['binding="deployment"', 'binding="version" version="9"'])
  await expect(publishApp(first.db, none, first.now())).rejects.toMatchObject({ code: 'APP_INVALID' })
})

it('says which flow is missing', async () => {
  const app = await changed('purchase', ['calledElement="funds"', 'calledElement="nothing"'])
  expect(await checkMatters(app)).toMatchObject([{ code: 'PROCESS_MISSING', path: ['check', 'calledElement'] }])
  const office = await talentOffice()
  await expect(publishApp(office.db, app, office.now())).rejects.toMatchObject({ code: 'APP_INVALID' })
})

it('refuses a call of a process that two diagrams have', async () => {
  const app = await loadApp(PURCHASE)
  const funds = app.flows.get('funds')
  if (!funds) throw new Error('The fixture has no such flow')
  const twice = { ...app, flows: new Map([...app.flows, ['copy', { ...funds, file: 'flows/copy.bpmn' }]]) }
  expect((await checkMatters(twice)).map(({ code }) => code)).toEqual(['PROCESS_TWICE'])
})

it('a called flow that an administrator publishes is taken by new cases of every matter that calls it', async () => {
  const office = await talentOffice({ app: await loadApp(PURCHASE) })
  const { admin, definitions } = office.services
  const funds = { kind: 'flow', key: 'funds' } as const
  const { etag, published } = await admin.read(funds)
  const content = `${published?.content}`.replace('value="财务审核"', 'value="分管领导"')
  await admin.save(office.actor('clerk'), funds, { content }, etag)
  const checked = await admin.check(funds)
  expect(checked).toMatchObject({ isClean: true, matters: ['purchase'] })
  await admin.publish(office.actor('clerk'), funds, '改由分管领导审核', checked.etag)
  const { version, flow } = definitions.matter('purchase')
  expect(version).toBe(2)
  expect(flow.elements['funds/finance']?.approval?.people[0]?.value).toBe('分管领导')
  expect(flow.elements['funds/rate']?.decision?.linked?.id).toBe('level')
})
