import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { dumpDatabase } from '../../../test/dump-database.ts'
import { identityApp } from '../../../test/identity-app.ts'
import { talentOffice } from '../../../test/talent-office.ts'
import { loadApp } from '../../app-folder/load-app.ts'
import { type Database, type DatabaseKind, openDatabase } from '../../db/database.ts'
import type { Keyring, NamedKey } from '../../db/keyring.ts'
import { closeTestDatabases, createTestDatabase, testDatabaseKinds } from '../../testing/test-databases.ts'
import { archiveCase } from '../archive/archive-case.ts'
import { findArchivedCase } from '../cases/archived-case.ts'
import { findCase } from '../cases/case-repository.ts'
import { verifyHistory } from '../cases/verify-history.ts'
import { reseal } from './reseal.ts'

const NUMBER = '37030319900307871X'
const OTHER = '370303198501011239'
const PHONE = '13800004321'
const SIGNERS = ['firm-1-leader', 'county-clerk', 'drc-clerk', 'iit-leader']

const key = (id: string, byte: string): NamedKey => ({ id, key: Buffer.from(byte.repeat(32), 'hex') })
const index = Buffer.from('11'.repeat(32), 'hex')
const OLD: Keyring = { keys: [key('old', '22')], index }
const BOTH: Keyring = { keys: [key('new', '33'), key('old', '22')], index }
const NEW: Keyring = { keys: [key('new', '33')], index }

afterAll(closeTestDatabases)

/** One database for a test, opened with other keys in turn. */
async function place(kind: DatabaseKind) {
  const { url, drop } = await createTestDatabase(kind)
  const app = await loadApp(await identityApp())
  const open: Database[] = []
  onTestFinished(async () => {
    for (const db of open) await db.close()
    await drop()
  })
  return {
    async office(keyring?: Keyring) {
      for (const db of open.splice(0)) await db.close()
      const db = await openDatabase({ url, ...(keyring && { keyring }) })
      open.push(db)
      return talentOffice({ db, app })
    },
    /** What of the numbers can be read in the whole database. */
    async legible() {
      const dump = await dumpDatabase(kind, url)
      return [NUMBER, OTHER, PHONE].filter((text) => dump.includes(text))
    },
  }
}

type Office = Awaited<ReturnType<typeof talentOffice>>

/** A draft, a case that waits for a job and a message, an issued card, a row by hand. */
async function work(office: Office): Promise<{ issued: string; waiting: string }> {
  const clerk = office.actor('firm-1-clerk')
  const values = { 姓名: 'XX', 联系电话: PHONE, 证件号码: NUMBER }
  const issued = await office.apply('firm-1-clerk', values)
  await office.approve(issued, ...SIGNERS)
  const record = await findCase(office.db.read, issued)
  const message = { correlationKey: record?.number ?? '', variables: { 通过: true } }
  await office.services.messages.deliver(office.actor('province'), 'province.result', message)
  const keyed = { ...(record?.values ?? {}), 工作单位: undefined, 证件号码: OTHER }
  const waiting = await office.services.matters.start(clerk, 'talent', keyed, `key-${record?.number}`)
  await office.services.matters.saveDraft(clerk, 'talent', { values: { 证件号码: OTHER }, version: 0 })
  await office.services.registers.create(office.actor('hrss-clerk'), 'cards', {
    卡号: `H-${record?.number}`,
    持卡人: 'XX',
    联系电话: PHONE,
    证件号码: OTHER,
  })
  return { issued, waiting }
}

/** What was written can be read and found, and rules hold over it. */
async function check(office: Office, { issued, waiting }: { issued: string; waiting: string }) {
  const { registers, matters } = office.services
  const clerk = office.actor('hrss-clerk')
  expect((await findCase(office.db.read, issued))?.values).toMatchObject({ 证件号码: NUMBER, 联系电话: PHONE })
  expect((await findCase(office.db.read, waiting))?.values).toMatchObject({ 证件号码: OTHER })
  expect((await matters.read(office.actor('firm-1-clerk'), 'talent')).draft?.values).toMatchObject({ 证件号码: OTHER })
  const query = { limit: 10, filter: JSON.stringify({ 证件号码: NUMBER }) }
  const { items } = await registers.rows(clerk, 'cards', query)
  expect(items.map(({ values }) => values)).toMatchObject([{ 持卡人: 'XX', 证件号码: '3703**********871X' }])
  const twice = registers.create(clerk, 'cards', { 卡号: 'twice', 持卡人: 'XX', 证件号码: NUMBER })
  await expect(twice).rejects.toMatchObject({ code: 'ROW_NOT_UNIQUE' })
  const full = registers.create(clerk, 'recommendations', {
    年度: '2027',
    推荐部门: '市工信局',
    工作单位: '乙公司',
    推荐人选: 'XX',
    证件号码: NUMBER,
  })
  await expect(full).rejects.toMatchObject({
    code: 'LIMIT_REACHED',
    members: { group: { 证件号码: '3703**********871X' } },
  })
  expect((await verifyHistory(office.db)).broken).toEqual([])
}

describe.each(await testDatabaseKinds())('on %s', (kind) => {
  it('leaves no number legible anywhere, and works as before', async () => {
    const { office, legible } = await place(kind)
    const opened = await office(OLD)
    const written = await work(opened)
    await check(opened, written)
    const job = await opened.db.read.first<{ title: string }>('SELECT title FROM case_instance ORDER BY id')
    expect(job?.title).toBe('XX 3703**********871X')
    const admin = opened.actor('hrss-clerk')
    const person = { ...admin.person, roles: [...admin.person.roles, '系统管理员'] }
    const end = { type: 'terminate', reason: '不再需要' } as const
    await opened.services.cases.act({ ...admin, person }, written.issued, end)
    const terms = { at: opened.now(), closedBefore: '9999', keepUntil: null }
    expect(await opened.db.write((sql) => archiveCase(sql, written.issued, terms))).toBe(true)
    expect((await findArchivedCase(opened.db.read, written.issued))?.values).toMatchObject({ 证件号码: NUMBER })
    expect(await legible()).toEqual([])
  })

  it('seals what was plain, then passes to another key without which nothing is lost', async () => {
    const { office, legible } = await place(kind)
    const written = await work(await office())
    expect(await legible()).toEqual([NUMBER, OTHER, PHONE])

    const sealed = await office(OLD)
    await check(sealed, written)
    const { rows, forgotten } = await reseal(sealed.db, sealed.services.definitions.registers())
    expect(rows).toMatchObject({ case_instance: 2, draft: 1 })
    expect(rows.job).toBeGreaterThan(0)
    expect(forgotten).toEqual([])
    if (kind === 'sqlite') await sealed.db.knex.raw('VACUUM')
    if (kind === 'sqlite') await sealed.db.knex.raw('PRAGMA wal_checkpoint(TRUNCATE)')
    expect(await legible()).toEqual([])
    expect((await reseal(sealed.db, sealed.services.definitions.registers())).rows).toMatchObject({
      case_instance: 0,
      draft: 0,
      job: 0,
      register_cards: 0,
    })

    const turned = await office(BOTH)
    expect((await reseal(turned.db, turned.services.definitions.registers())).forgotten).toEqual(['old'])
    const after = await office(NEW)
    await check(after, written)
    expect(await legible()).toEqual([])
  })

  it('does not start without the keys that the database was sealed with', async () => {
    const { office } = await place(kind)
    await work(await office(OLD))
    await expect(office()).rejects.toMatchObject({ code: 'CONFIG_INVALID', issues: [{ path: ['encryption.keys'] }] })
    await expect(office(NEW)).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
    await expect(office({ keys: [key('old', '44')], index })).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
    await expect(office({ ...OLD, index: Buffer.alloc(32) })).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
    await office(OLD)
  })

  it('lets only who writes a register look for a whole number, and logs it', async () => {
    const { office } = await place(kind)
    const opened = await office(OLD)
    await work(opened)
    const { registers } = opened.services
    const query = { limit: 10, filter: JSON.stringify({ 证件号码: NUMBER }) }
    const clerk = opened.actor('hrss-clerk')
    const reader = { ...clerk, person: { ...clerk.person, roles: ['台账查看'] } }
    await expect(registers.rows(reader, 'cards', query)).rejects.toMatchObject({ code: 'REQUEST_INVALID' })
    expect((await registers.rows(clerk, 'cards', query)).items).toHaveLength(1)
    expect((await registers.rows(clerk, 'cards', { ...query, filter: '{"证件号码":"1"}' })).items).toEqual([])
    const logged = await opened.db.read.all('SELECT person_id, kind, object_id, detail FROM audit_log ORDER BY seq')
    const seen = { person_id: 'hrss-clerk', kind: 'reveal', object_id: 'cards', detail: '证件号码' }
    expect(logged).toEqual([seen, seen])
  })
})
