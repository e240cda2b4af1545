import { afterAll, describe, expect, it, vi } from 'vitest'
import { type TalentOffice, talentOffice } from '../../../test/talent-office.ts'
import { firstIdOf } from '../../db/uuid-v7.ts'
import { closeTestDatabases, testDatabaseKinds } from '../../testing/test-databases.ts'
import { verifyHistory } from '../cases/verify-history.ts'

vi.setConfig({ testTimeout: 60_000 })
afterAll(closeTestDatabases)

const DAY_MS = 86_400_000
const PAGE = { limit: 20, unread: false }
const VOTERS = ['drc-clerk', 'iit-leader']

/** What a person is told: `kind element`, the latest first. */
async function told(office: TalentOffice, person: string): Promise<string[]> {
  const { items } = await office.services.notifications.list(office.actor(person), PAGE)
  return items.map(({ kind, element, status }) => [kind, element ?? status].filter(Boolean).join(' '))
}

async function unread(office: TalentOffice, person: string): Promise<number> {
  return (await office.services.notifications.list(office.actor(person), PAGE)).unread
}

describe.each(await testDatabaseKinds())('on %s', (kind) => {
  it('tells receivers of their tasks, the initiator of the end, and nobody of what they did themselves', async () => {
    const office = await talentOffice({ kind })
    const { notifications, messages } = office.services
    const caseId = await office.apply()
    await notifications.make()
    expect(await told(office, 'firm-1-leader')).toEqual(['task 用人单位意见'])
    await office.approve(caseId, 'firm-1-leader', 'county-clerk', ...VOTERS)
    await notifications.make()
    expect(await told(office, 'county-deputy')).toEqual(['task 区县审核'])
    for (const voter of VOTERS) expect(await told(office, voter)).toEqual(['task 市级会签'])
    const { number } = await office.services.cases.read(office.actor('firm-1-clerk'), caseId)
    await messages.deliver(office.actor('province'), 'province.result', {
      correlationKey: number,
      variables: { 通过: true },
    })
    await notifications.make()
    const { items } = await notifications.list(office.actor('firm-1-clerk'), PAGE)
    expect(items).toMatchObject([
      { kind: 'ended', status: 'completed', unread: true, case: { id: caseId, number, title: expect.any(String) } },
    ])
    expect((await verifyHistory(office.db)).broken).toEqual([])
  })

  it('tells of a return with its reason, of an urge with its words, of a transfer and of a copy', async () => {
    const office = await talentOffice({ kind })
    const { notifications, cases } = office.services
    const caseId = await office.apply()
    const clerk = office.actor('firm-1-clerk')
    await cases.act(clerk, caseId, { type: 'urge', text: '请尽快办理' })
    await office.approve(caseId, 'firm-1-leader')
    await office.decide(caseId, 'county-clerk', {
      type: 'transfer',
      to: 'other-clerk',
      opinion: { text: '请办' },
    })
    await cases.act(clerk, caseId, { type: 'cc', people: ['firm-2-clerk'], text: '供参考' })
    await office.decide(caseId, 'other-clerk', {
      type: 'return',
      to: 'apply',
      after: 'replay',
      opinion: { text: '缺少证明' },
    })
    await notifications.make()
    expect(await told(office, 'firm-1-leader')).toEqual(['urged 用人单位意见', 'task 用人单位意见'])
    expect(await told(office, 'other-clerk')).toEqual(['task 区县审核'])
    const [copy] = (await notifications.list(office.actor('firm-2-clerk'), PAGE)).items
    expect(copy).toMatchObject({ kind: 'copied', by: '甲公司经办', text: '供参考', taskId: null })
    const [back] = (await notifications.list(clerk, PAGE)).items
    expect(back).toMatchObject({ kind: 'returned', by: '邻县工信局经办', text: '缺少证明', element: '填表申报' })
    const [urge] = (await notifications.list(office.actor('firm-1-leader'), PAGE)).items
    expect(urge).toMatchObject({ kind: 'urged', by: '甲公司经办', text: '请尽快办理' })
  })

  it('makes each notification once, however many processes make them at once, over overlapping ranges', async () => {
    const office = await talentOffice({ kind })
    const other = await talentOffice({ db: office.db, app: office.app })
    for (let n = 0; n < 5; n += 1) await office.apply()
    const counts = await Promise.all([
      office.services.notifications.make(),
      other.services.notifications.make(),
      office.services.notifications.make({ after: firstIdOf(Date.now() - 60_000) }),
      other.services.notifications.make({ before: firstIdOf(Date.now() + 1000) }),
    ])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5)
    expect(await told(office, 'firm-1-leader')).toHaveLength(5)
    expect(await other.services.notifications.make()).toBe(0)
  })

  it('finds what commits later than what came after it', async () => {
    const office = await talentOffice({ kind })
    const { notifications } = office.services
    const first = await office.apply()
    const late = await office.db.read.first<{ notices: string }>('SELECT notices FROM history WHERE case_id = ?', [
      first,
    ])
    await office.db.write((sql) => sql.run('UPDATE history SET notices = NULL WHERE case_id = ?', [first]))
    await office.apply()
    // The record of the first is not committed yet when the second is told of.
    expect(await notifications.make()).toBe(1)
    await office.db.write((sql) =>
      sql.run('UPDATE history SET notices = ? WHERE case_id = ?', [late?.notices ?? '', first]),
    )
    expect(await notifications.make({ before: firstIdOf(Date.now() + 1000) })).toBe(1)
    expect(await told(office, 'firm-1-leader')).toHaveLength(2)
  })

  it('reminds of a task before it is due and when it is overdue, each once', async () => {
    const office = await talentOffice({ kind })
    const { notifications, jobs } = office.services
    await office.apply()
    await notifications.make()
    expect(await notifications.remind()).toBe(0)
    // Came on Wednesday morning, is due on Monday night: at ten on Monday it is due in less than fifteen hours.
    office.pass(5 * DAY_MS)
    expect([await notifications.remind(), await notifications.remind()]).toEqual([1, 0])
    office.pass(DAY_MS)
    await jobs.runDue(office.now())
    await notifications.make()
    await jobs.runDue(office.now())
    await notifications.make()
    expect(await told(office, 'firm-1-leader')).toEqual([
      'overdue 用人单位意见',
      'dueSoon 用人单位意见',
      'task 用人单位意见',
    ])
  })

  it('is read one by one, all at once, by looking at the case, and by acting on the task', async () => {
    const office = await talentOffice({ kind })
    const { notifications } = office.services
    const leader = office.actor('firm-1-leader')
    const cases = [await office.apply(), await office.apply(), await office.apply(), await office.apply()]
    await notifications.make()
    expect(await unread(office, 'firm-1-leader')).toBe(4)
    const { items } = await notifications.list(leader, PAGE)
    await notifications.read(office.actor('firm-2-clerk'), { ids: items.map(({ id }) => id) })
    expect(await unread(office, 'firm-1-leader')).toBe(4)
    await notifications.read(leader, { ids: [items[0]?.id ?? ''] })
    await notifications.readCase(leader, cases[2] ?? '')
    expect(await unread(office, 'firm-1-leader')).toBe(2)
    await office.approve(cases[1] ?? '', 'firm-1-leader')
    await notifications.make()
    expect(await unread(office, 'firm-1-leader')).toBe(1)
    expect((await notifications.list(leader, { ...PAGE, unread: true })).items).toMatchObject([
      { case: { id: cases[0] } },
    ])
    await office.apply()
    await notifications.make()
    await notifications.read(leader, { upTo: items[0]?.id ?? '' })
    expect(await unread(office, 'firm-1-leader')).toBe(1)
  })

  it('shows what was sent to a person, the latest first, unread until they look at it', async () => {
    const office = await talentOffice({ kind })
    const { cases, notifications } = office.services
    const ids = [await office.apply(), await office.apply()]
    const reader = office.actor('firm-2-clerk')
    const box = async () =>
      (await cases.list(reader, { box: 'cc', limit: 1 })) as Awaited<ReturnType<typeof cases.list>>
    for (const id of ids.toReversed()) {
      office.pass(1000)
      await cases.act(office.actor('firm-1-clerk'), id, { type: 'cc', people: ['firm-2-clerk'] })
    }
    const first = await box()
    expect(first.items).toMatchObject([{ id: ids[0], copy: { by: '甲公司经办', at: office.now(), unread: true } }])
    const second = await cases.list(reader, { box: 'cc', limit: 1, cursor: first.nextCursor ?? '' })
    expect(second).toMatchObject({ items: [{ id: ids[1], copy: { unread: true } }], nextCursor: null })
    await notifications.readCase(reader, ids[0] ?? '')
    expect((await box()).items).toMatchObject([{ id: ids[0], copy: { unread: false } }])
    expect((await cases.list(office.actor('firm-1-clerk'), { box: 'mine', limit: 9 })).items[0]?.copy).toBe(null)
  })
})

it('is removed after a year', async () => {
  const office = await talentOffice()
  const { notifications } = office.services
  await office.apply()
  await notifications.make()
  await notifications.prune(Date.now() + 364 * DAY_MS)
  expect(await told(office, 'firm-1-leader')).toHaveLength(1)
  await notifications.prune(Date.now() + 366 * DAY_MS)
  expect(await told(office, 'firm-1-leader')).toHaveLength(0)
})
