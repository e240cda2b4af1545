import { afterAll, describe, expect, it, vi } from 'vitest'
import { TALENT_APP, type TalentOffice, talentOffice } from '../../../test/talent-office.ts'
import { loadApp } from '../../app-folder/load-app.ts'
import type { DatabaseKind } from '../../db/database.ts'
import { closeTestDatabases, testDatabaseKinds } from '../../testing/test-databases.ts'
import type { DefinitionName } from '../admin/definition-file.ts'
import { verifyHistory } from '../cases/verify-history.ts'

vi.setConfig({ testTimeout: 60_000 })
afterAll(closeTestDatabases)

const FLOW: DefinitionName = { kind: 'flow', key: 'talent' }
const DAY_MS = 86_400_000
const COUNTY_DUE = '<zhupi:due after="P5D" calendar="work" overdue="remind" />'

/** An office whose county step does this when it is overdue, with a case that waits there. */
async function waitingAtCounty(kind: DatabaseKind, overdue: string) {
  const office = await talentOffice({ app: await loadApp(TALENT_APP), kind })
  const { services, actor } = office
  const admin = actor('system-admin')
  const { etag, published } = await services.admin.read(FLOW)
  const xml = String(published?.content).replace(COUNTY_DUE, COUNTY_DUE.replace('remind', overdue))
  if (overdue !== 'remind') {
    await services.admin.save(admin, FLOW, { content: xml }, etag)
    await services.admin.publish(admin, FLOW, '', (await services.admin.check(FLOW)).etag)
  }
  const caseId = await office.apply()
  await office.approve(caseId, 'firm-1-leader')
  return { office, caseId }
}

async function waitsAt(office: TalentOffice, caseId: string): Promise<string[]> {
  const { at } = await office.services.cases.read(office.actor('firm-1-clerk'), caseId)
  return at.map(({ id }) => id)
}

/** Lets the clock come to just before the deadline (five working days after a Wednesday), then beyond it. */
async function pastTheDeadline(office: TalentOffice, before: () => Promise<unknown>): Promise<void> {
  const { jobs } = office.services
  office.pass(7 * DAY_MS)
  await jobs.runDue(office.now())
  await before()
  office.pass(DAY_MS)
  await jobs.runDue(office.now())
  await jobs.runDue(office.now())
}

describe.each(await testDatabaseKinds())('on %s', (kind) => {
  it('approves what is overdue, once, and the flow goes on', async () => {
    const { office, caseId } = await waitingAtCounty(kind, 'approve')
    await pastTheDeadline(office, async () => expect(await waitsAt(office, caseId)).toEqual(['county']))
    expect(await waitsAt(office, caseId)).toEqual(['countersign'])
    const { history } = await office.services.cases.read(office.actor('firm-1-clerk'), caseId)
    expect(
      history.filter(({ element }) => element?.id === 'county').map(({ kind, decision }) => [kind, decision]),
    ).toEqual([
      ['timer', null],
      ['completed', 'approve'],
    ])
    await expect(office.taskOf(caseId, 'county-clerk')).rejects.toThrow('no open task')
    expect((await verifyHistory(office.db)).broken).toEqual([])
  })

  it('rejects what is overdue, which ends the case, and its initiator is told', async () => {
    const { office, caseId } = await waitingAtCounty(kind, 'reject')
    await pastTheDeadline(office, async () => expect(await waitsAt(office, caseId)).toEqual(['county']))
    const clerk = office.actor('firm-1-clerk')
    expect((await office.services.cases.read(clerk, caseId)).status).toBe('rejected')
    await office.services.notifications.make()
    const { items } = await office.services.notifications.list(clerk, { limit: 9, unread: false })
    expect(items).toMatchObject([{ kind: 'ended', status: 'rejected' }])
  })

  it('only reminds of what is overdue: the task stays with whoever has it', async () => {
    const { office, caseId } = await waitingAtCounty(kind, 'remind')
    await pastTheDeadline(office, async () => expect(await waitsAt(office, caseId)).toEqual(['county']))
    expect(await waitsAt(office, caseId)).toEqual(['county'])
    await office.services.notifications.make()
    for (const person of ['county-clerk', 'county-deputy']) {
      const { items } = await office.services.notifications.list(office.actor(person), { limit: 9, unread: false })
      expect(items.map((item) => item.kind)).toEqual(['overdue', 'task'])
    }
    await office.approve(caseId, 'county-clerk')
    expect(await waitsAt(office, caseId)).toEqual(['countersign'])
  })

  it('does nothing about a task that was done in time', async () => {
    const { office, caseId } = await waitingAtCounty(kind, 'reject')
    await office.approve(caseId, 'county-clerk')
    await pastTheDeadline(office, async () => {})
    expect(await waitsAt(office, caseId)).toEqual(['countersign'])
  })

  it('hands what is overdue to the leader of who holds it, and tells them', async () => {
    const { office, caseId } = await waitingAtCounty(kind, 'transfer')
    await office.decide(caseId, 'county-clerk', { type: 'transfer', to: 'drc-clerk', opinion: { text: '请办' } })
    await office.decide(caseId, 'drc-clerk', { type: 'transfer', to: 'iit-clerk', opinion: { text: '请办' } })
    await pastTheDeadline(office, async () => expect(await waitsAt(office, caseId)).toEqual(['county']))
    expect((await office.taskOf(caseId, 'iit-leader')).id).toBeTruthy()
    await expect(office.taskOf(caseId, 'iit-clerk')).rejects.toThrow('no open task')
    await office.services.notifications.make()
    const { items } = await office.services.notifications.list(office.actor('iit-leader'), { limit: 9, unread: false })
    expect(items).toMatchObject([{ kind: 'task', element: '区县审核' }])
  })

  it('counts working days: three of them over a weekend, in the inbox and on the page of the task', async () => {
    const office = await talentOffice({ kind })
    const caseId = await office.apply()
    const leader = office.actor('firm-1-leader')
    const { tasks } = office.services
    const inbox = async () => (await tasks.list(leader, { box: 'todo', limit: 9 })).items[0]
    expect(await inbox()).toMatchObject({ dueAt: '2026-03-23T15:59:59.000Z', dueInWorkdays: 3 })
    office.pass(7 * DAY_MS)
    expect(await inbox()).toMatchObject({ dueInWorkdays: -2 })
    const { id } = await office.taskOf(caseId, 'firm-1-leader')
    expect(await tasks.read(leader, id)).toMatchObject({ dueInWorkdays: -2 })
  })
})
