import { describe, expect, it } from 'vitest'
import { TALENT_APP, type TalentOffice, talentOffice } from '../../../test/talent-office.ts'
import type { AppFolder } from '../../app-folder/app.ts'
import { loadApp } from '../../app-folder/load-app.ts'
import type { DatabaseKind } from '../../db/database.ts'
import { toProblem } from '../../http/problem.ts'
import { testDatabaseKinds } from '../../testing/test-databases.ts'
import { findCase } from '../cases/case-repository.ts'
import { readHistory } from '../cases/history-repository.ts'
import { verifyHistory } from '../cases/verify-history.ts'

const OPINION = { text: '同意。' }

/** The test application with so many more accounts that may do what one of its accounts does. */
async function crowdedApp(like: string, count: number): Promise<AppFolder> {
  const app = await loadApp(TALENT_APP)
  const one = app.people.find(({ id }) => id === like)
  if (!one) throw new Error(`No account ${like}`)
  const more = Array.from({ length: count }, (_, at) => ({ ...one, id: `${like}-${at}`, name: `${one.name}${at}` }))
  return { ...app, people: [...app.people, ...more] }
}

async function officeWith(kind: DatabaseKind, like: string, count: number) {
  const office = await talentOffice({ kind, app: await crowdedApp(like, count) })
  return { office, crowd: Array.from({ length: count }, (_, at) => `${like}-${at}`) }
}

const approve = (office: TalentOffice, personId: string, task: { id: string; version: number }) =>
  office.services.tasks.act(office.actor(personId), task.id, {
    type: 'approve',
    opinion: OPINION,
    version: task.version,
  })

/** How often each answer was given; an error that nobody expected is `INTERNAL`. */
async function answers(acts: ReadonlyArray<Promise<unknown>>): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const result of await Promise.allSettled(acts)) {
    const answer = result.status === 'fulfilled' ? 'done' : toProblem(result.reason).code
    counts[answer] = (counts[answer] ?? 0) + 1
  }
  return counts
}

describe.each(await testDatabaseKinds())('on %s', (kind) => {
  it('lets one of two hundred people through on each task, and tells the others that it is done', async () => {
    const { office, crowd } = await officeWith(kind, 'county-clerk', 200)
    const ids = [await office.apply(), await office.apply()]
    for (const id of ids) await office.approve(id, 'firm-1-leader')
    const tasks = await Promise.all(ids.map((id) => office.taskOf(id, 'county-clerk')))
    const acts = crowd.flatMap((person) => tasks.map((task) => approve(office, person, task)))
    expect(await answers(acts)).toEqual({ done: 2, TASK_CLOSED: 398 })
    for (const id of ids) {
      const history = await readHistory(office.db.read, id)
      expect(
        history.filter(({ elementId, kind: what }) => elementId === 'county' && what === 'completed'),
      ).toHaveLength(1)
    }
    const open = await office.db.read.all("SELECT id FROM task WHERE element_id = 'county' AND state = 'open'")
    expect(open).toEqual([])
    expect((await verifyHistory(office.db)).broken).toEqual([])
  })

  it('takes twenty countersigners at once, and ends their round once', async () => {
    const { office, crowd } = await officeWith(kind, 'drc-clerk', 20)
    const id = await office.apply()
    await office.approve(id, 'firm-1-leader', 'county-clerk', 'drc-clerk', 'iit-leader')
    const tasks = await Promise.all(crowd.map((person) => office.taskOf(id, person)))
    expect(await answers(crowd.map((person, at) => approve(office, person, tasks[at]!)))).toEqual({ done: 20 })
    const history = await readHistory(office.db.read, id)
    const signed = history.filter(({ elementId, kind: what }) => elementId === 'countersign' && what === 'completed')
    expect(new Set(signed.map(({ personId }) => personId)).size).toBe(22)
    expect(history.filter(({ kind: what }) => what === 'service')).toHaveLength(1)
    const record = await findCase(office.db.read, id)
    expect(record?.waiting).toMatchObject([{ id: 'province' }])
    expect(record?.opinions.filter(({ field }) => field === '会签意见')).toHaveLength(22)
    expect((await verifyHistory(office.db)).broken).toEqual([])
  })

  it('does a batch beside single acts and remarks on the same cases, each task once', async () => {
    const { office } = await officeWith(kind, 'county-clerk', 1)
    const ids = await Promise.all(Array.from({ length: 12 }, () => office.apply()))
    for (const id of ids) await office.approve(id, 'firm-1-leader')
    const tasks = await Promise.all(ids.map((id) => office.taskOf(id, 'county-clerk')))
    const items = tasks.map(({ id: taskId, version }) => ({ taskId, version }))
    const batch = office.services.tasks.actOnMany(office.actor('county-clerk'), {
      items,
      type: 'approve',
      opinion: OPINION,
    })
    const singles = tasks.map((task) => approve(office, 'county-clerk-0', task))
    const remarks = ids.map((id) =>
      office.services.cases.act(office.actor('firm-1-clerk'), id, { type: 'comment', text: '请尽快。' }),
    )
    const single = await answers(singles)
    expect(await answers(remarks)).toEqual({ done: 12 })
    const { items: results } = await batch
    const byBatch = results.filter(({ ok }) => ok).length
    expect(results.filter(({ ok }) => !ok).every(({ code }) => code === 'TASK_CLOSED')).toBe(true)
    expect((single.done ?? 0) + byBatch).toBe(12)
    expect((single.done ?? 0) + (single.TASK_CLOSED ?? 0)).toBe(12)
    const { broken, records } = await verifyHistory(office.db)
    expect(broken).toEqual([])
    expect(records).toBe(12 * 4)
  })

  it('refuses a decision when a value that its step sees was changed meanwhile, and says what', async () => {
    const { office } = await officeWith(kind, 'drc-clerk', 1)
    const id = await office.apply()
    await office.approve(id, 'firm-1-leader', 'county-clerk')
    const task = await office.taskOf(id, 'iit-leader')
    const changes = JSON.stringify([{ path: '姓名', title: '姓名', before: 'XX', after: 'YY' }])
    await office.approve(id, 'drc-clerk')
    await office.db.write((sql) =>
      sql.run("UPDATE history SET changes = ? WHERE case_id = ? AND person_id = 'drc-clerk'", [changes, id]),
    )
    await expect(approve(office, 'iit-leader', task)).rejects.toMatchObject({
      code: 'TASK_CHANGED',
      members: { changes: [{ person: '市发展改革委经办' }] },
    })
    const back = { type: 'return', to: 'initiator', after: 'replay', version: task.version } as const
    await expect(office.services.tasks.act(office.actor('iit-leader'), task.id, back)).rejects.toMatchObject({
      code: 'TASK_CHANGED',
    })
    await office.db.write((sql) => sql.run('UPDATE history SET changes = NULL WHERE case_id = ?', [id]))
    expect(await approve(office, 'iit-leader', task)).toMatchObject({ status: 'running' })
  })
})
