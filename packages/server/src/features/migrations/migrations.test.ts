import { FlowError } from '@zhupi/flows'
import { describe, expect, it, vi } from 'vitest'
import { type TalentOffice, talentOffice } from '../../../test/talent-office.ts'
import { ServerError } from '../../errors.ts'
import type { Actor } from '../../http/actor.ts'
import { testDatabaseKinds } from '../../testing/test-databases.ts'
import type { DefinitionName } from '../admin/definition-file.ts'
import { findCase } from '../cases/case-repository.ts'
import { verifyHistory } from '../cases/verify-history.ts'

vi.setConfig({ testTimeout: 60_000 })

const FLOW: DefinitionName = { kind: 'flow', key: 'talent' }
const RANGE = { matter: 'talent', from: 1, to: 2, mapping: {}, dryRun: false }

/** Version 2: the employer's step has another id, and the county has no step any more. */
function withoutCounty(xml: string): string {
  return xml
    .replace(/<bpmn:userTask id="county"[\s\S]*?<\/bpmn:userTask>/, '')
    .replace(/<bpmn:sequenceFlow id="f-county"[^>]*>/, '')
    .replace('targetRef="county"', 'targetRef="countersign"')
    .replaceAll('"employer"', '"unit-opinion"')
}

async function publishFlow({ services, actor }: TalentOffice, edit: (xml: string) => string): Promise<void> {
  const admin = actor('system-admin')
  const { etag, published } = await services.admin.read(FLOW)
  await services.admin.save(admin, FLOW, { content: edit(String(published?.content)) }, etag)
  const check = await services.admin.check(FLOW)
  await services.admin.publish(admin, FLOW, '', check.etag)
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error('It was not refused'),
    (refused: unknown) => refused,
  )
  if (error instanceof ServerError || error instanceof FlowError) return error.code
  throw error
}

const versionOf = async (office: TalentOffice, id: string) => (await findCase(office.db.read, id))?.matterVersion

describe.each(await testDatabaseKinds())('on %s', (kind) => {
  it('moves the open cases that have a place, and says which need a decision and where they may go', async () => {
    const office = await talentOffice({ kind })
    const { migrations, jobs } = office.services
    const waiting = await office.apply()
    const atCounty = await office.apply('firm-2-clerk')
    await office.approve(atCounty, 'firm-2-leader')
    await publishFlow(office, withoutCounty)
    const admin = office.actor('system-admin')
    const { survey, migration: none } = await migrations.start(admin, { ...RANGE, dryRun: true })
    expect(none).toBeNull()
    expect(survey).toMatchObject({ open: 2, examined: 2, moves: 1, needsDecision: 1, cannot: 0 })
    expect(survey?.reasons).toMatchObject([{ verdict: 'needs-decision', id: 'county', count: 1 }])
    expect(survey?.staying).toMatchObject([{ caseId: atCounty, verdict: 'needs-decision' }])
    expect(await versionOf(office, waiting)).toBe(1)

    const { migration } = await migrations.start(admin, RANGE)
    expect(migration).toMatchObject({ state: 'running', moved: 0, stayed: 0, left: 2 })
    await jobs.runDue()
    expect(await migrations.read(migration?.id ?? '')).toMatchObject({
      state: 'finished',
      moved: 1,
      stayed: 1,
      left: 0,
      staying: [{ caseId: atCounty, words: [{ zh: expect.stringContaining('区县审核') }] }],
    })
    expect([await versionOf(office, waiting), await versionOf(office, atCounty)]).toEqual([2, 1])
    expect(await migrations.list('talent')).toMatchObject({
      current: 2,
      open: [
        { version: 1, count: 1 },
        { version: 2, count: 1 },
      ],
    })

    const candidates = survey?.reasons[0]?.candidates.filter((one) => one !== null) ?? []
    expect(candidates.map(({ name }) => name)).toContain('市级会签')
    const mapping = { county: candidates.find(({ name }) => name === '市级会签')?.id ?? '' }
    await migrations.start(admin, { ...RANGE, mapping })
    await jobs.runDue()
    const moved = await findCase(office.db.read, atCounty)
    expect(moved).toMatchObject({ matterVersion: 2, waiting: [{ id: 'countersign' }] })
    expect((await verifyHistory(office.db)).broken).toEqual([])
  })

  it('takes an open task along: it is done under the new step, and the history says who moved the case', async () => {
    const office = await talentOffice({ kind })
    const { migrations, jobs, tasks, cases } = office.services
    const id = await office.apply()
    await publishFlow(office, withoutCounty)
    await migrations.start(office.actor('system-admin'), RANGE)
    await jobs.runDue()
    const { id: taskId } = await office.taskOf(id, 'firm-1-leader')
    const task = await tasks.read(office.actor('firm-1-leader'), taskId)
    expect(task.element).toEqual({ id: 'unit-opinion', name: '用人单位意见' })
    await office.approve(id, 'firm-1-leader')
    const { history, at } = await cases.read(office.actor('firm-1-clerk'), id)
    expect(at.map(({ name }) => name)).toEqual(['市级会签'])
    const entry = history.find(({ kind }) => kind === 'migrated')
    expect(entry).toMatchObject({ to: 'v1 → v2', person: { id: 'system-admin' } })
  })

  it('goes on after a process has died in the middle: nothing is moved twice, nothing is left', async () => {
    const office = await talentOffice({ kind })
    const { migrations, jobs } = office.services
    const ids = [await office.apply(), await office.apply('firm-2-clerk')]
    await publishFlow(office, withoutCounty)
    const admin = office.actor('system-admin')
    const { migration } = await migrations.start(admin, RANGE)
    const first = await findCase(office.db.read, ids[0] ?? '')
    await migrations.moveCase(admin, ids[0] ?? '', { to: 2, version: first?.version ?? 0, mapping: {}, reason: '' })
    await jobs.runDue()
    expect(await Promise.all(ids.map((id) => versionOf(office, id)))).toEqual([2, 2])
    expect(await migrations.read(migration?.id ?? '')).toMatchObject({
      state: 'finished',
      moved: 1,
      stayed: 0,
      left: 0,
    })
    const records = await office.db.read.all(`SELECT id FROM history WHERE kind = 'migrated'`)
    expect(records).toHaveLength(2)
  })

  it('is refused while another one moves the same cases, however many ask at once, and may begin again afterwards', async () => {
    const office = await talentOffice({ kind })
    const { migrations, jobs } = office.services
    await office.apply()
    await publishFlow(office, withoutCounty)
    const admin = office.actor('system-admin')
    const begun = await Promise.allSettled(Array.from({ length: 5 }, () => migrations.start(admin, RANGE)))
    const refused = begun.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(refused.map(({ code }) => code)).toEqual(Array(4).fill('MIGRATION_RUNNING'))
    const [running] = (await migrations.list('talent')).items
    expect(refused[0]).toMatchObject({ members: { migrationId: running?.id, matter: 'talent', version: 1 } })
    expect((await migrations.list('talent')).items).toHaveLength(1)
    await jobs.runDue()
    expect((await migrations.start(admin, RANGE)).migration?.state).toBe('running')
  })

  it('carries more cases than one job takes, each in its own transaction', async () => {
    const office = await talentOffice({ kind })
    const { migrations, jobs } = office.services
    for (let n = 0; n < 53; n += 1) await office.apply()
    await publishFlow(office, withoutCounty)
    const { migration } = await migrations.start(office.actor('system-admin'), RANGE)
    office.statements.length = 0
    await jobs.runDue()
    expect(await migrations.read(migration?.id ?? '')).toMatchObject({ state: 'finished', moved: 53, left: 0 })
    const moves = office.statements.filter((text) => text.startsWith('UPDATE case_instance'))
    expect(moves).toHaveLength(53)
  })
})

describe('one case', () => {
  it('is moved as it was looked at, and not when it has changed since, has ended, or has no such version', async () => {
    const office = await talentOffice()
    const { migrations } = office.services
    const id = await office.apply()
    await publishFlow(office, withoutCounty)
    const admin = office.actor('system-admin')
    // An administrator sees a case only where a role of the matter lets them.
    const reader: Actor = { ...admin, person: { ...admin.person, roles: [...admin.person.roles, '台账查看'] } }
    const offered = async (by: Actor) => (await office.services.cases.read(by, id)).migrate
    expect([await offered(reader), await offered(office.actor('hrss-clerk'))]).toEqual([{ from: 1, to: 2 }, null])
    const move = (more: object) =>
      migrations.moveCase(admin, id, { to: 2, version: 1, mapping: {}, reason: '', ...more })
    expect(await refusalOf(move({ version: 0 }))).toBe('CASE_CHANGED')
    expect(await refusalOf(move({ to: 1 }))).toBe('MIGRATION_INVALID')
    expect(await refusalOf(move({ to: 9 }))).toBe('MIGRATION_INVALID')
    expect(await refusalOf(move({ mapping: { employer: 'nowhere' } }))).toBe('MIGRATION_REFUSED')
    expect(await office.taskOf(id, 'firm-1-leader')).toBeDefined()
    expect(await move({ reason: '新办法已施行' })).toEqual({ caseId: id, version: 2, matterVersion: 2 })
    expect(await offered(reader)).toBeNull()
    expect(await refusalOf(migrations.moveCase(admin, 'none', { to: 2, version: 1, mapping: {}, reason: '' }))).toBe(
      'CASE_NOT_FOUND',
    )
  })

  it('leaves a migration that is asked for selected cases with those alone', async () => {
    const office = await talentOffice()
    const { migrations, jobs } = office.services
    const [one, other] = [await office.apply(), await office.apply('firm-2-clerk')]
    await publishFlow(office, withoutCounty)
    await migrations.start(office.actor('system-admin'), { ...RANGE, cases: [other] })
    await jobs.runDue()
    expect([await versionOf(office, one), await versionOf(office, other)]).toEqual([1, 2])
  })
})
