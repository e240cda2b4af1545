import { describe, expect, it, vi } from 'vitest'
import { TALENT_APP, talentOffice } from '../../../test/talent-office.ts'
import { loadApp } from '../../app-folder/load-app.ts'
import { ServerError } from '../../errors.ts'
import { testDatabaseKinds } from '../../testing/test-databases.ts'
import { findCase } from '../cases/case-repository.ts'
import type { DefinitionName } from './definition-file.ts'
import type { DefinitionContent } from './definition-text.ts'

vi.setConfig({ testTimeout: 60_000 })

const TALENT: DefinitionName = { kind: 'matter', key: 'talent' }
const FORM: DefinitionName = { kind: 'form', key: 'talent' }
const FLOW: DefinitionName = { kind: 'flow', key: 'talent' }

type Office = Awaited<ReturnType<typeof talentOffice>>

async function contentOf(
  { services }: Office,
  name: DefinitionName,
): Promise<{ etag: string; content: DefinitionContent }> {
  const { etag, draft, published } = await services.admin.read(name)
  return { etag, content: (draft ?? published)?.content as DefinitionContent }
}

/** Saves a changed draft of what is there now. */
async function change(
  office: Office,
  name: DefinitionName,
  edit: (content: never) => DefinitionContent,
  by = 'system-admin',
) {
  const { etag, content } = await contentOf(office, name)
  return office.services.admin.save(office.actor(by), name, { content: edit(content as never) }, etag)
}

async function publish(office: Office, name: DefinitionName): Promise<number> {
  const { etag } = await office.services.admin.check(name)
  return office.services.admin.publish(office.actor('system-admin'), name, '一次改动', etag)
}

async function refusalOf(work: Promise<unknown>): Promise<ServerError> {
  const error = await work.then(
    () => new Error('It was not refused'),
    (refused: unknown) => refused,
  )
  if (error instanceof ServerError) return error
  throw error
}

const numbered = (numbering: string) => (matter: Record<string, unknown>) => ({ ...matter, numbering })

describe.each(await testDatabaseKinds())('on %s', (kind) => {
  it('publishes a draft: new cases take it, open cases keep theirs', async () => {
    const office = await talentOffice({ kind })
    const before = await office.apply()
    await change(office, TALENT, numbered('NEW-{year}-{seq}'))
    expect((await findCase(office.db.read, await office.apply()))?.matterVersion).toBe(1)
    expect(await publish(office, TALENT)).toBe(2)
    const after = await office.apply()
    expect(await findCase(office.db.read, after)).toMatchObject({ number: 'NEW-2026-3', matterVersion: 2 })
    await office.approve(before, 'firm-1-leader')
    expect((await findCase(office.db.read, before))?.matterVersion).toBe(1)
    expect((await office.services.admin.read(TALENT)).draft).toBeNull()
    const { published } = await office.services.admin.read(TALENT)
    expect(published).toMatchObject({ version: 2, publishedBy: '市人社局系统管理员', note: '一次改动' })
  })

  it('keeps what was published when the folder is read again', async () => {
    const office = await talentOffice({ kind })
    await change(office, FORM, (form: Record<string, unknown>) => ({ ...form, title: '新的名称' }))
    expect(await publish(office, FORM)).toBe(2)
    const restarted = await talentOffice({ db: office.db, app: await loadApp(TALENT_APP) })
    const matter = restarted.services.definitions.matter('talent')
    expect([matter.version, matter.form.title]).toEqual([2, '新的名称'])
  })

  it('never lets two people overwrite each other', async () => {
    const office = await talentOffice({ kind })
    const { etag, content } = await contentOf(office, TALENT)
    const draft = (title: string) => ({ content: { ...(content as Record<string, unknown>), title } })
    const { admin } = office.services
    const saves = await Promise.allSettled([
      admin.save(office.actor('system-admin'), TALENT, draft('甲改的'), etag),
      admin.save(office.actor('system-admin-2'), TALENT, draft('乙改的'), etag),
    ])
    expect(saves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = saves.find((one) => one.status === 'rejected')?.reason as ServerError
    const now = await admin.read(TALENT)
    expect(refused).toMatchObject({
      code: 'DEFINITION_DRAFT_CHANGED',
      members: { etag: now.etag, theirs: now.draft?.content, updatedBy: now.draft?.updatedBy },
    })
    expect(refused.members.changes).toMatchObject([{ area: 'matter', path: 'title' }])
  })
})

it('wants to know which draft was read', async () => {
  const office = await talentOffice()
  const { content } = await contentOf(office, TALENT)
  const { admin } = office.services
  const actor = office.actor('system-admin')
  expect(await refusalOf(admin.save(actor, TALENT, { content }, undefined))).toMatchObject({
    code: 'IF_MATCH_REQUIRED',
  })
  expect(await refusalOf(admin.save(actor, TALENT, { content }, 'none'))).toMatchObject({
    code: 'DEFINITION_DRAFT_CHANGED',
  })
})

it('publishes a new matter with its form and flow at once', async () => {
  const office = await talentOffice()
  const { admin, definitions } = office.services
  const actor = office.actor('system-admin')
  const { content: form } = await contentOf(office, FORM)
  const { content: flow } = await contentOf(office, FLOW)
  const { content: matter } = await contentOf(office, TALENT)
  const renamed = (content: DefinitionContent, more: object) => ({ ...(content as object), key: 'fresh', ...more })
  await admin.save(actor, { kind: 'form', key: 'fresh' }, { content: renamed(form, {}) }, 'none')
  await admin.save(actor, { kind: 'flow', key: 'fresh' }, { content: flow }, 'none')
  const parts = { form: 'fresh', flow: 'fresh', title: '新事项' }
  await admin.save(actor, { kind: 'matter', key: 'fresh' }, { content: renamed(matter, parts) }, 'none')
  expect((await admin.list('matter')).map(({ key, version }) => [key, version])).toEqual([
    ['fresh', null],
    ['talent', 1],
  ])
  expect(await admin.check({ kind: 'matter', key: 'fresh' })).toMatchObject({ isClean: true, matters: ['fresh'] })
  expect(await publish(office, { kind: 'matter', key: 'fresh' })).toBe(1)
  expect(definitions.matter('fresh')).toMatchObject({ version: 1, matter: { title: '新事项' } })
  expect(definitions.matter('talent').version).toBe(1)
  expect(await admin.list('form')).toHaveLength(2)
})

it('says what is wrong with a draft and where, and does not publish it', async () => {
  const office = await talentOffice()
  await change(office, TALENT, (matter: Record<string, unknown>) => ({
    ...matter,
    prefill: { 没有的字段: '{{ initiator.id }}' },
  }))
  await change(office, FLOW, (xml: string) => xml.replace('field="用人单位意见"', 'field="没有的意见栏"'))
  const { isClean, issues } = await office.services.admin.check(TALENT)
  expect(isClean).toBe(false)
  expect(issues).toContainEqual(expect.objectContaining({ kind: 'matter', key: 'talent', code: 'FIELD_MISSING' }))
  expect(issues).toContainEqual(expect.objectContaining({ kind: 'flow', key: 'talent', element: expect.any(String) }))
  const refused = await refusalOf(publish(office, TALENT))
  expect(refused.code).toBe('DEFINITION_NOT_CLEAN')
  expect(refused.issues?.length).toBeGreaterThan(0)
  expect(office.services.definitions.matter('talent').version).toBe(1)
})

it('checks a form against the flow that uses it', async () => {
  const office = await talentOffice()
  await change(
    office,
    FORM,
    ({ paper: _paper, ...form }: { paper?: unknown; schema: { properties: Record<string, unknown> } }) => {
      const { 用人单位意见: _gone, ...properties } = form.schema.properties
      return { ...form, schema: { ...form.schema, properties } }
    },
  )
  const { isClean, issues } = await office.services.admin.check(FORM)
  expect(isClean).toBe(false)
  expect(issues.map(({ kind }) => kind)).toContain('flow')
})

it('publishes what was checked and nothing else', async () => {
  const office = await talentOffice()
  await change(office, TALENT, numbered('A-{seq}'))
  const { etag } = await office.services.admin.check(TALENT)
  await change(office, TALENT, numbered('B-{seq}'))
  const actor = office.actor('system-admin')
  expect(await refusalOf(office.services.admin.publish(actor, TALENT, '', etag))).toMatchObject({
    code: 'DEFINITION_DRAFT_CHANGED',
  })
  expect(office.services.definitions.matter('talent').version).toBe(1)
})

it('has nothing to publish without a draft', async () => {
  const office = await talentOffice()
  expect(await refusalOf(publish(office, TALENT))).toMatchObject({ code: 'DEFINITION_UNCHANGED' })
})

it('says what changed, and which cases stand where', async () => {
  const office = await talentOffice()
  await office.apply()
  const standing = await office.apply('firm-2-clerk')
  await office.approve(standing, 'firm-2-leader')
  await change(office, TALENT, numbered('B-{seq}'))
  await change(office, FLOW, (xml: string) => xml.replace('name="用人单位意见"', 'name="单位意见"'))
  const changes = await office.services.admin.diff(TALENT)
  expect(changes.map(({ area }) => area).sort()).toEqual(['flow', 'matter'])
  const { items: impact, surveys } = await office.services.admin.impact(TALENT)
  expect(impact.map(({ version, count, fate, gone }) => ({ version, count, fate, gone }))).toEqual([
    { version: 1, count: 1, fate: 'keeps', gone: [] },
    { version: 1, count: 1, fate: 'keeps', gone: [] },
  ])
  expect(new Set(impact.map(({ steps }) => steps[0]?.name)).size).toBe(2)
  expect(surveys).toMatchObject([{ matter: 'talent', version: 1, open: 2, examined: 2, moves: 2, reasons: [] }])
})

describe('past versions', () => {
  it('are listed, compared with their form and flow, and made a draft again', async () => {
    const office = await talentOffice()
    const { admin } = office.services
    await change(office, TALENT, numbered('B-{seq}'))
    await change(office, FORM, (form: Record<string, unknown>) => ({ ...form, title: '新的名称' }))
    expect(await publish(office, TALENT)).toBe(2)
    expect(await admin.versions(TALENT)).toMatchObject([
      { version: 2, publishedBy: '市人社局系统管理员', note: '一次改动' },
      { version: 1, publishedBy: null, note: null },
    ])
    const changes = await admin.compare(TALENT, 1, 2)
    expect(changes.map(({ area }) => area).sort()).toEqual(['form', 'matter'])
    expect(await admin.compare(TALENT, 0, 1)).toEqual([])
    expect(await refusalOf(admin.compare(TALENT, 1, 3))).toMatchObject({ code: 'DEFINITION_NOT_FOUND' })

    const actor = office.actor('system-admin')
    const { etag } = await admin.check(TALENT)
    expect(await admin.restore(actor, TALENT, 1, etag)).toEqual([TALENT, FORM])
    expect((await admin.diff(TALENT)).map(({ area }) => area).sort()).toEqual(['form', 'matter'])
    expect(office.services.definitions.matter('talent').version).toBe(2)
    expect(await publish(office, TALENT)).toBe(3)
    expect(await admin.compare(TALENT, 1, 3)).toEqual([])
  })

  it('never take the place of a draft that was not seen', async () => {
    const office = await talentOffice()
    const { admin } = office.services
    const actor = office.actor('system-admin')
    const { etag } = await admin.check(TALENT)
    await change(office, TALENT, numbered('C-{seq}'))
    expect(await refusalOf(admin.restore(actor, TALENT, 1, etag))).toMatchObject({ code: 'DEFINITION_DRAFT_CHANGED' })
    expect(await refusalOf(admin.restore(actor, TALENT, 1, undefined))).toMatchObject({ code: 'IF_MATCH_REQUIRED' })
    expect((await admin.read(TALENT)).draft?.content).toMatchObject({ numbering: 'C-{seq}' })
  })
})

it('retires a matter: nobody applies any more, and what is under way is finished', async () => {
  const office = await talentOffice()
  const open = await office.apply()
  await change(office, TALENT, (matter: Record<string, unknown>) => ({ ...matter, retired: true }))
  const isRetired = async () => (await office.services.admin.list('matter'))[0]?.isRetired
  expect(await isRetired()).toBe(false)
  expect(await publish(office, TALENT)).toBe(2)
  expect(await isRetired()).toBe(true)
  expect(await refusalOf(office.apply())).toMatchObject({ code: 'FORBIDDEN' })
  expect(await office.services.matters.list(office.actor('firm-1-clerk'))).toEqual([])
  await office.approve(open, 'firm-1-leader')
})

it('publishes a register with a new column, whose table follows', async () => {
  const office = await talentOffice()
  const name: DefinitionName = { kind: 'register', key: 'cards' }
  await change(office, name, (register: { columns: object[] }) => ({
    ...register,
    columns: [...register.columns, { key: '备注' }],
  }))
  expect(await publish(office, name)).toBe(2)
  const { columns } = office.services.definitions.register('cards') ?? { columns: [] }
  expect(columns.map(({ definition }) => definition.key)).toContain('备注')
})

it('throws a draft away, but not one that somebody has saved since', async () => {
  const office = await talentOffice()
  const { etag } = await change(office, TALENT, numbered('A-{seq}'))
  const { etag: next } = await change(office, TALENT, numbered('B-{seq}'), 'system-admin-2')
  expect(await refusalOf(office.services.admin.discard(office.actor('system-admin'), TALENT, etag))).toMatchObject({
    code: 'DEFINITION_DRAFT_CHANGED',
  })
  await office.services.admin.discard(office.actor('system-admin'), TALENT, next)
  expect((await office.services.admin.read(TALENT)).draft).toBeNull()
})
