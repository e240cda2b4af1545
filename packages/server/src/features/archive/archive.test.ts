import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { TALENT_APP, talentOffice } from '../../../test/talent-office.ts'
import { loadApp } from '../../app-folder/load-app.ts'
import { verifyAudit } from '../../audit/verify-audit.ts'
import type { DatabaseKind } from '../../db/database.ts'
import { uuidV7 } from '../../db/uuid-v7.ts'
import { testDatabaseKinds } from '../../testing/test-databases.ts'
import { verifyHistory } from '../cases/verify-history.ts'
import { createFileRepository } from '../files/file-repository.ts'
import { casesUsing } from '../files/file-uses.ts'
import { createUnusedFiles } from '../files/unused-files.ts'

const DAY_MS = 86_400_000

/** The test application, whose cases are archived a month after their end and kept for two years. */
async function retainingApp() {
  const folder = await mkdtemp(join(tmpdir(), 'zhupi-archive-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await cp(TALENT_APP, folder, { recursive: true })
  const file = join(folder, 'matters', 'talent.matter.json')
  const matter = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...matter, retention: { archiveAfter: 'P1M', keepFor: 'P2Y' } }))
  return loadApp(folder)
}

async function start(kind: DatabaseKind) {
  const office = await talentOffice({ kind, app: await retainingApp() })
  const { db, services } = office
  const clerk = office.actor('firm-1-clerk')
  const leader = office.actor('firm-1-leader')
  const admin = office.actor('system-admin')
  return {
    office,
    db,
    services,
    clerk,
    leader,
    admin,
    stranger: office.actor('firm-2-clerk'),
    /** A stored file of a person, without its bytes. */
    async file(ownerId: string): Promise<string> {
      const id = uuidV7()
      const file = { id, name: 'a.png', size: 1, type: 'image/png', sm3: '', ownerId, createdAt: office.now() }
      await createFileRepository(db).insert(file)
      return id
    },
    /** A case that its leader has refused, with a signature. */
    async closed(values: Record<string, unknown> = {}, signature?: string): Promise<string> {
      const id = await office.apply('firm-1-clerk', values)
      const opinion = { text: '不予推荐。', seal: 'firm-1', ...(signature !== undefined && { signature }) }
      await office.decide(id, 'firm-1-leader', { type: 'reject', opinion })
      return id
    },
    rows: async (table: string, column: string, id: string) =>
      Number((await db.read.first<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table} WHERE ${column} = ?`, [id]))?.n),
  }
}

describe.each(await testDatabaseKinds())('on %s', (kind) => {
  it('takes a closed case out of the tables of work; who could read it finds it and reads it as it was', async () => {
    const { office, db, services, clerk, leader, stranger, file, closed, rows } = await start(kind)
    const [photo, signature] = [await file('firm-1-clerk'), await file('firm-1-leader')]
    const id = await closed({ 年度: photo }, signature)
    const running = await office.apply()
    const before = await services.cases.read(clerk, id)
    expect(before.status).toBe('rejected')
    office.pass(27 * DAY_MS)
    expect(await services.archive.archiveDue()).toBe(0)
    office.pass(6 * DAY_MS)
    const both = await Promise.all([services.archive.archiveDue(), services.archive.archiveDue()])
    expect(both[0] + both[1]).toBe(1)
    expect(await services.archive.archiveDue()).toBe(0)
    for (const table of ['task', 'history', 'file_use', 'notification'])
      expect(await rows(table, 'case_id', id)).toBe(0)
    expect(await rows('case_instance', 'id', id)).toBe(0)

    expect(await services.cases.read(clerk, id)).toEqual({ ...before, actions: [], archivedAt: office.now() })
    const seen = await services.cases.read(leader, id)
    expect(seen).toMatchObject({ id, history: before.history })
    expect(Object.keys(seen.values)).not.toContain('内部备注')
    expect(await services.cases.diagram(clerk, id)).toMatchObject({ xml: expect.any(String) })
    await expect(services.cases.read(stranger, id)).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    const comment = services.cases.act(clerk, id, { type: 'comment', text: '补充' })
    await expect(comment).rejects.toMatchObject({ code: 'CASE_ARCHIVED' })

    const ids = async (actor: typeof clerk, query: object) => {
      const { items } = await services.cases.list(actor, { box: 'all', limit: 10, ...query })
      return items.map((item) => item.id)
    }
    expect(await ids(clerk, { box: 'mine' })).toEqual([running])
    expect(await ids(clerk, { box: 'mine', archived: 'true' })).toEqual([id])
    expect(await ids(leader, { box: 'involved', q: before.number })).toEqual([id])
    expect(await ids(leader, { box: 'cc', archived: 'true' })).toEqual([])
    expect(await ids(office.actor('hrss-clerk'), { q: before.number })).toEqual([id])
    expect(await ids(stranger, { q: before.number })).toEqual([])
    expect(await ids(stranger, { archived: 'true' })).toEqual([])

    for (const used of [photo, signature]) expect(await casesUsing(db.read, used)).toEqual([id])
    const registers = () => services.definitions.registers()
    const unused = createUnusedFiles({ db, store: { remove: async () => {} }, registers, clock: office.now })
    expect((await unused.clean()).givenUp).toEqual([])
  })

  it('proves the chains of archived cases, and sees what was changed in one', async () => {
    const { office, db, services, closed } = await start(kind)
    const id = await closed()
    const { cases, records } = await verifyHistory(db)
    office.pass(40 * DAY_MS)
    await services.archive.archiveDue()
    expect(await verifyHistory(db)).toEqual({ cases, records, broken: [] })
    expect(await verifyHistory(db, id)).toEqual({ cases, records, broken: [] })
    const row = await db.read.first<{ history: string }>('SELECT history FROM archived_case WHERE id = ?', [id])
    const forged = row?.history.replace('不予推荐。', '同意。') ?? ''
    await db.write((sql) => sql.run('UPDATE archived_case SET history = ? WHERE id = ?', [forged, id]))
    expect((await verifyHistory(db)).broken).toEqual([{ caseId: id, seq: 2, reason: 'changed' }])
  })

  it('goes on where it was broken off', async () => {
    const { office, services, closed, clerk } = await start(kind)
    const all = [await closed(), await closed(), await closed()]
    office.pass(40 * DAY_MS)
    expect(await services.archive.archiveDue(1)).toBe(1)
    expect(await services.archive.archiveDue(1)).toBe(1)
    expect(await services.archive.archiveDue()).toBe(1)
    const { items } = await services.cases.list(clerk, { box: 'mine', limit: 10, archived: 'true' })
    expect(items.map(({ id }) => id)).toEqual(all.reverse())
  })

  it('removes nothing before its time, and then only by an act that the audit holds', async () => {
    const { office, db, services, admin, clerk, file, closed } = await start(kind)
    const photo = await file('firm-1-clerk')
    const [one, other] = [await closed({ 年度: photo }), await closed()]
    office.pass(40 * DAY_MS)
    await services.archive.archiveDue()
    const early = services.archive.remove(admin, { caseIds: [one], reason: '期满' })
    await expect(early).rejects.toMatchObject({ code: 'ARCHIVE_KEPT' })
    expect((await services.archive.expired({ limit: 10 })).items).toEqual([])

    office.pass(2 * 366 * DAY_MS)
    const { items } = await services.archive.expired({ limit: 10 })
    expect(items).toMatchObject([
      { id: one, keepUntil: '2028-03-17' },
      { id: other, keepUntil: '2028-03-17' },
    ])
    const missing = services.archive.remove(admin, { caseIds: [one, 'none'], reason: '期满' })
    await expect(missing).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    expect(await services.cases.read(clerk, one)).toMatchObject({ id: one })
    expect(await services.archive.remove(admin, { caseIds: [one], reason: '期满鉴定销毁' })).toEqual({ removed: 1 })
    await expect(services.cases.read(clerk, one)).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    expect(await services.cases.read(clerk, other)).toMatchObject({ id: other })
    const logged = await db.read.all("SELECT person_id, object_id, detail FROM audit_log WHERE kind = 'discard'")
    expect(logged).toEqual([{ person_id: 'system-admin', object_id: one, detail: 'RC-2026-0001 期满鉴定销毁' }])
    expect((await verifyAudit(db)).broken).toBeFalsy()
    expect((await verifyHistory(db)).broken).toEqual([])
    const kept = await db.read.first('SELECT number, content, title FROM archived_case WHERE id = ?', [one])
    expect(kept).toEqual({ number: 'RC-2026-0001', content: '', title: '' })
    const registers = () => services.definitions.registers()
    const unused = createUnusedFiles({ db, store: { remove: async () => {} }, registers, clock: office.now })
    expect((await unused.clean()).givenUp).toEqual([photo])
  })
})
