import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { APPLICATION, TALENT_APP, type TalentOffice, talentOffice } from '../../../test/talent-office.ts'
import type { AppFolder } from '../../app-folder/app.ts'
import { loadApp } from '../../app-folder/load-app.ts'
import { toProblem } from '../../http/problem.ts'
import { testDatabaseKinds } from '../../testing/test-databases.ts'
import { readHistory } from '../cases/history-repository.ts'
import { verifyHistory } from '../cases/verify-history.ts'
import type { TaskAction } from './act-on-task.ts'

const EVERYTHING = 'approve reject return transfer delegate addSigners removeSigners claim cc'

/** The test application whose step of the county allows every action; its administrator reads the matter, too. */
async function openApp(): Promise<AppFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'zhupi-actions-'))
  try {
    await cp(TALENT_APP, folder, { recursive: true })
    const file = join(folder, 'flows/talent.bpmn')
    const xml = await readFile(file, 'utf8')
    await writeFile(file, xml.replace('allow="approve reject return transfer"', `allow="${EVERYTHING}"`))
    const app = await loadApp(folder)
    const people = app.people.map((one) =>
      one.id === 'system-admin' ? { ...one, roles: [...one.roles, '台账查看'] } : one,
    )
    return { ...app, people }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** A case that waits for the county. */
async function atCounty(kind?: 'sqlite' | 'postgres' | 'mariadb') {
  const office = await talentOffice({ app: await openApp(), ...(kind && { kind }) })
  const caseId = await office.apply()
  await office.approve(caseId, 'firm-1-leader')
  return { office, caseId }
}

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error) => toProblem(error).code,
  )

const readTask = async (office: TalentOffice, caseId: string, personId: string) => {
  const { id } = await office.taskOf(caseId, personId)
  return office.services.tasks.read(office.actor(personId), id)
}

const readCase = (office: TalentOffice, caseId: string, personId: string) =>
  office.services.cases.read(office.actor(personId), caseId)

describe.each(await testDatabaseKinds())('on %s', (kind) => {
  it('lets somebody draft the decision, which stays with whom it belongs to', async () => {
    const { office, caseId } = await atCounty(kind)
    expect(await office.decide(caseId, 'county-clerk', { type: 'delegate', to: 'iit-clerk' })).toBe(
      '已请人代拟，给市工信局经办',
    )
    await expect(office.taskOf(caseId, 'county-clerk')).rejects.toThrow()
    const draft = await readTask(office, caseId, 'iit-clerk')
    expect(draft.delegatedBy).toBe('县工信局经办')
    expect(draft.actions.map(({ label }) => label)).toEqual(['建议同意', '建议不同意'])
    expect(await code(office.decide(caseId, 'iit-clerk', { type: 'transfer', to: 'drc-clerk' }))).toBe(
      'ACTION_NOT_ALLOWED',
    )
    await office.decide(caseId, 'iit-clerk', { type: 'approve', opinion: { text: '建议同意。' } })
    const back = await readTask(office, caseId, 'county-clerk')
    expect(back.case.values).not.toHaveProperty('区县意见')
    expect(back.case.history.map((one) => one.kind).slice(-2)).toEqual(['delegated', 'resolved'])
    await office.approve(caseId, 'county-clerk')
    expect((await readCase(office, caseId, 'firm-1-clerk')).values.区县意见).toMatchObject([
      { signer: { id: 'county-clerk' } },
    ])
    expect((await verifyHistory(office.db)).broken).toEqual([])
  })

  it('asks others first, and lets whoever asked take them away again', async () => {
    const { office, caseId } = await atCounty(kind)
    const add: Partial<TaskAction> & { type: 'addSigners' } = {
      type: 'addSigners',
      people: ['iit-clerk', 'drc-clerk'],
      how: 'before',
    }
    await office.decide(caseId, 'county-clerk', add)
    const waiting = await readTask(office, caseId, 'county-clerk')
    expect(waiting).toMatchObject({ waits: true, signers: [{ id: 'iit-clerk' }, { id: 'drc-clerk' }] })
    expect(waiting.actions.map(({ type }) => type)).not.toContain('approve')
    expect(await code(office.approve(caseId, 'county-clerk'))).toBe('TASK_WAITS')
    await office.decide(caseId, 'county-clerk', { type: 'removeSigners', people: ['drc-clerk'] })
    await expect(office.taskOf(caseId, 'drc-clerk')).rejects.toThrow()
    expect(await code(office.decide(caseId, 'county-clerk', { type: 'removeSigners', people: ['drc-clerk'] }))).toBe(
      'NOBODY_FOUND',
    )
    await office.approve(caseId, 'iit-clerk', 'county-clerk')
    expect((await readCase(office, caseId, 'firm-1-clerk')).at.map(({ id }) => id)).toEqual(['countersign'])
    expect((await verifyHistory(office.db)).broken).toEqual([])
  })

  it('leaves a task to the candidate who takes it', async () => {
    const { office, caseId } = await atCounty(kind)
    expect((await readTask(office, caseId, 'county-deputy')).actions.map(({ type }) => type)).toContain('claim')
    await office.decide(caseId, 'county-clerk', { type: 'claim' })
    await expect(office.taskOf(caseId, 'county-deputy')).rejects.toThrow()
    expect((await readTask(office, caseId, 'county-clerk')).actions.map(({ type }) => type)).not.toContain('claim')
    await office.approve(caseId, 'county-clerk')
  })

  it('sends copies that are read and not acted on, and show what the step they come from shows', async () => {
    const { office, caseId } = await atCounty(kind)
    expect(await code(readCase(office, caseId, 'firm-2-clerk'))).toBe('CASE_NOT_FOUND')
    const box = () => office.services.cases.list(office.actor('firm-2-clerk'), { box: 'cc', limit: 20 })
    expect((await box()).items).toEqual([])
    await office.services.cases.act(office.actor('firm-1-clerk'), caseId, { type: 'cc', people: ['firm-2-clerk'] })
    expect((await box()).items.map(({ id }) => id)).toEqual([caseId])
    const copy = await readCase(office, caseId, 'firm-2-clerk')
    expect(copy.access).toMatchObject({ 姓名: 'read', 内部备注: 'hidden' })
    // It is not the reader's own: what is sensitive is masked.
    expect(copy.values.联系电话).not.toBe(APPLICATION.联系电话)
    expect(copy.actions).not.toContain('cc')
    expect(await code(office.taskOf(caseId, 'firm-2-clerk'))).not.toBe('done')

    await office.decide(caseId, 'county-clerk', { type: 'cc', people: ['iit-clerk', 'iit-clerk'] })
    expect((await readCase(office, caseId, 'iit-clerk')).access.内部备注).toBe('read')
    // The applicant sees no more by a copy that somebody else was sent.
    expect((await readCase(office, caseId, 'firm-1-clerk')).access.内部备注).toBe('hidden')
    await office.decide(caseId, 'county-clerk', { type: 'cc', people: ['iit-clerk'] })
    expect((await verifyHistory(office.db)).broken).toEqual([])
  })

  it('suspends a case, whose timers and decisions wait, and resumes it where it was', async () => {
    const { office, caseId } = await atCounty(kind)
    const admin = office.actor('system-admin')
    const { cases, jobs } = office.services
    await cases.act(admin, caseId, { type: 'suspend', reason: '等待复核。' })
    expect((await readCase(office, caseId, 'firm-1-clerk')).status).toBe('suspended')
    expect(await code(office.approve(caseId, 'county-clerk'))).toBe('INSTANCE_SUSPENDED')
    office.pass(30 * 86_400_000)
    await jobs.runDue(office.now())
    expect((await readCase(office, caseId, 'system-admin')).actions).toContain('resume')
    await cases.act(admin, caseId, { type: 'resume' })
    expect(await readCase(office, caseId, 'firm-1-clerk')).toMatchObject({
      status: 'running',
      at: [{ id: 'county' }],
    })
    office.pass(600_000)
    await jobs.runDue(office.now())
    await office.approve(caseId, 'county-clerk')
    const kinds = (await readHistory(office.db.read, caseId)).map((one) => one.kind)
    expect(kinds.slice(kinds.indexOf('suspended'))).toEqual(['suspended', 'resumed', 'timer', 'completed'])
    expect((await verifyHistory(office.db)).broken).toEqual([])
  })

  it('moves a case to another step, with a reason, on the version that was looked at', async () => {
    const { office, caseId } = await atCounty(kind)
    const admin = office.actor('system-admin')
    const seen = await readCase(office, caseId, 'system-admin')
    expect(seen.jump).toMatchObject({ from: [{ id: 'county' }] })
    const jump = { type: 'jump', from: 'county', to: 'countersign', reason: '区县已线下审核。' } as const
    const { cases } = office.services
    expect(await code(cases.act(admin, caseId, { ...jump, version: seen.version - 1 }))).toBe('CASE_CHANGED')
    expect(await code(cases.act(admin, caseId, { ...jump, to: 'nowhere', version: seen.version }))).toBe(
      'RETURN_TARGET_INVALID',
    )
    const moved = await cases.act(admin, caseId, { ...jump, version: seen.version })
    expect(moved.at.map(({ id }) => id)).toEqual(['countersign'])
    await expect(office.taskOf(caseId, 'county-clerk')).rejects.toThrow()
    expect(moved.history.at(-1)).toMatchObject({ kind: 'jumped', opinion: '区县已线下审核。' })
    expect((await verifyHistory(office.db)).broken).toEqual([])
  })
})

describe('who may not', () => {
  const ADMINISTRATIVE = [
    { type: 'suspend', reason: '停' },
    { type: 'resume' },
    { type: 'terminate', reason: '停' },
    { type: 'jump', from: 'county', to: 'countersign', reason: '跳', version: 2 },
  ] as const

  it('administrates a case: applicant, receiver and reader are refused, and it stays as it is', async () => {
    const { office, caseId } = await atCounty()
    const before = await readHistory(office.db.read, caseId)
    for (const personId of ['firm-1-clerk', 'county-clerk', 'hrss-clerk']) {
      for (const request of ADMINISTRATIVE) {
        expect(await code(office.services.cases.act(office.actor(personId), caseId, request))).toBe('FORBIDDEN')
      }
    }
    for (const request of ADMINISTRATIVE) {
      expect(await code(office.services.cases.act(office.actor('firm-2-clerk'), caseId, request))).toBe(
        'CASE_NOT_FOUND',
      )
    }
    expect(await readHistory(office.db.read, caseId)).toEqual(before)
  })

  it('acts where the step does not allow it, or on a task of somebody else', async () => {
    const office = await talentOffice()
    const caseId = await office.apply()
    await office.approve(caseId, 'firm-1-leader')
    const { id, version } = await office.taskOf(caseId, 'county-clerk')
    const people = ['iit-clerk']
    const actions: TaskAction[] = [
      { type: 'delegate', to: 'iit-clerk', version },
      { type: 'addSigners', people, how: 'beside', version },
      { type: 'removeSigners', people, version },
      { type: 'claim', version },
      { type: 'cc', people, version },
    ]
    for (const action of actions) {
      const act = (personId: string) => code(office.services.tasks.act(office.actor(personId), id, action))
      expect([action.type, await act('county-clerk')]).toEqual([action.type, 'ACTION_NOT_ALLOWED'])
      expect([action.type, await act('iit-leader')]).toEqual([action.type, 'TASK_NOT_FOUND'])
      expect([action.type, await act('firm-2-clerk')]).toEqual([action.type, 'TASK_NOT_FOUND'])
    }
    const cc = { type: 'cc' as const, people: ['firm-2-clerk'] }
    expect(await code(office.services.cases.act(office.actor('hrss-clerk'), caseId, cc))).toBe('FORBIDDEN')
  })

  it('is asked: nobody, the disabled, systems, oneself, and ids that are expressions', async () => {
    const { office, caseId } = await atCounty()
    const named = ['nobody', 'gone-clerk', 'province', 'county-clerk', '__proto__']
    const expressions = ['{{ "iit-clerk" }}', '{{ initiator.id }}', '{{ 姓名 }}', '{{ }}', '= 1']
    for (const person of [...named, ...expressions]) {
      for (const action of [
        { type: 'transfer', to: person },
        { type: 'delegate', to: person },
        { type: 'addSigners', people: ['iit-clerk', person], how: 'beside' },
        { type: 'cc', people: [person] },
      ] as Array<Partial<TaskAction> & { type: TaskAction['type'] }>) {
        expect([person, await code(office.decide(caseId, 'county-clerk', action))]).toEqual([
          person,
          'PERSON_NOT_FOUND',
        ])
      }
    }
    expect((await readTask(office, caseId, 'county-clerk')).signers).toEqual([])
  })

  it('gains anything by any order of acts: a copy never shows more than its sender sees', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.constantFrom('iit-clerk', 'drc-clerk', 'firm-2-clerk')), async (people) => {
        fc.pre(people.length > 0)
        const { office, caseId } = await atCounty()
        const sender = await readCase(office, caseId, 'firm-1-clerk')
        await office.services.cases.act(office.actor('firm-1-clerk'), caseId, { type: 'cc', people })
        for (const personId of people) {
          const { access } = await readCase(office, caseId, personId)
          const more = Object.keys(access).filter(
            (path) => access[path] !== 'hidden' && sender.access[path] === 'hidden',
          )
          expect(more).toEqual([])
        }
      }),
      { numRuns: 5 },
    )
  })
})
