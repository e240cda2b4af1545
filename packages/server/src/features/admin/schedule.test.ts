import { describe, expect, it, vi } from 'vitest'
import { type TalentOffice, talentOffice } from '../../../test/talent-office.ts'
import { ServerError } from '../../errors.ts'
import { testDatabaseKinds } from '../../testing/test-databases.ts'
import { findCase } from '../cases/case-repository.ts'

vi.setConfig({ testTimeout: 60_000 })

const TALENT = { kind: 'matter', key: 'talent' } as const
const HOUR_MS = 3_600_000
const AT = '2026-03-18T05:00:00.000Z'

/** Saves a draft of the matter with another numbering. */
async function draft({ services, actor }: TalentOffice, numbering: string): Promise<void> {
  const { etag, draft: before, published } = await services.admin.read(TALENT)
  const content = (before ?? published)?.content as Record<string, unknown>
  await services.admin.save(actor('system-admin'), TALENT, { content: { ...content, numbering } }, etag)
}

async function schedule({ services, actor }: TalentOffice, publishAt = AT) {
  const { etag } = await services.admin.check(TALENT)
  return services.schedules.set(actor('system-admin'), 'talent', { publishAt, note: '新办法' }, etag)
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => new Error('It was not refused'),
    (refused: unknown) => refused,
  )
  if (error instanceof ServerError) return error.code
  throw error
}

describe.each(await testDatabaseKinds())('on %s', (kind) => {
  it('publishes what was seen when its time has come, and not before', async () => {
    const office = await talentOffice({ kind })
    const { admin, schedules, jobs } = office.services
    await draft(office, 'NEW-{year}-{seq}')
    expect((await schedule(office)).schedule).toMatchObject({
      publishAt: AT,
      note: '新办法',
      scheduledBy: '市人社局系统管理员',
      isCurrent: true,
      failure: null,
    })
    await jobs.runDue(office.now())
    expect((await admin.read(TALENT)).published?.version).toBe(1)
    office.pass(4 * HOUR_MS)
    await jobs.runDue(office.now())
    const { published, draft: left } = await admin.read(TALENT)
    expect(published).toMatchObject({ version: 2, note: '新办法', publishedBy: '市人社局系统管理员' })
    expect(left).toBeNull()
    expect(await schedules.read('talent')).toEqual({ schedule: null })
    expect((await findCase(office.db.read, await office.apply()))?.matterVersion).toBe(2)
  })

  it('publishes nothing that has changed since, and says so', async () => {
    const office = await talentOffice({ kind })
    const { admin, schedules, jobs } = office.services
    await draft(office, 'NEW-{year}-{seq}')
    await schedule(office)
    await draft(office, 'NEWER-{year}-{seq}')
    expect((await schedules.read('talent')).schedule?.isCurrent).toBe(false)
    office.pass(4 * HOUR_MS)
    await jobs.runDue(office.now())
    expect((await admin.read(TALENT)).published?.version).toBe(1)
    expect((await schedules.read('talent')).schedule?.failure).toBe('DEFINITION_DRAFT_CHANGED')
  })

  it('takes the last time that was set, and none that was cancelled', async () => {
    const office = await talentOffice({ kind })
    const { admin, schedules, jobs } = office.services
    await draft(office, 'NEW-{year}-{seq}')
    await schedule(office)
    await schedule(office, '2026-03-18T09:00:00.000Z')
    office.pass(4 * HOUR_MS)
    await jobs.runDue(office.now())
    expect((await admin.read(TALENT)).published?.version).toBe(1)
    await schedules.cancel(office.actor('system-admin'), 'talent')
    office.pass(8 * HOUR_MS)
    await jobs.runDue(office.now())
    expect((await admin.read(TALENT)).published?.version).toBe(1)
    expect(await schedules.read('talent')).toEqual({ schedule: null })
  })
})

it('is refused for a time that has passed or is far, without a change, and over what was not seen', async () => {
  const office = await talentOffice()
  expect(await refusalOf(schedule(office))).toBe('DEFINITION_UNCHANGED')
  await draft(office, 'NEW-{year}-{seq}')
  expect(await refusalOf(schedule(office, office.now()))).toBe('SCHEDULE_INVALID')
  expect(await refusalOf(schedule(office, '2027-09-01T00:00:00.000Z'))).toBe('SCHEDULE_INVALID')
  const { schedules } = office.services
  const request = { publishAt: AT, note: '' }
  expect(await refusalOf(schedules.set(office.actor('system-admin'), 'talent', request, 'old'))).toBe(
    'DEFINITION_DRAFT_CHANGED',
  )
  expect(await refusalOf(schedules.set(office.actor('system-admin'), 'talent', request, undefined))).toBe(
    'IF_MATCH_REQUIRED',
  )
})
