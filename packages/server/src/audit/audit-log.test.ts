import { describe, expect, it } from 'vitest'
import { auditOn, NOW } from '../../test/shell.ts'
import { temporaryDatabase } from '../../test/temporary-database.ts'
import type { Database } from '../db/database.ts'
import { testDatabaseKinds } from '../testing/test-databases.ts'
import type { AuditEntry } from './audit-log.ts'
import { listAudit } from './audit-repository.ts'
import { verifyAudit } from './verify-audit.ts'

const reveal = (caseId: string): AuditEntry => ({
  personId: 'clerk',
  address: '203.0.113.7',
  requestId: 'request-1',
  kind: 'reveal',
  object: { type: 'case', id: caseId },
  detail: '联系电话',
})

function logOn(db: Database) {
  return auditOn(db, () => NOW)
}

describe.each(await testDatabaseKinds())('on %s', (kind) => {
  it('writes everything down in one chain, whatever is written at once and by whichever process', async () => {
    const db = await temporaryDatabase({ kind })
    const [one, other] = [logOn(db), logOn(db)]
    const writes = Array.from({ length: 60 }, (_none, index) => {
      const entry = reveal(`case-${index}`)
      if (index % 3 === 0) return db.write((sql) => one.append(sql, entry))
      return (index % 3 === 1 ? one : other).record(entry)
    })
    await Promise.all(writes)
    expect(await verifyAudit(db)).toMatchObject({ records: 60, broken: null })
    const { items } = await listAudit(db.read, {}, { limit: 100 })
    expect(new Set(items.map(({ objectId }) => objectId)).size).toBe(60)
    expect(items.map(({ seq }) => seq)).toEqual(Array.from({ length: 60 }, (_none, index) => 60 - index))
    expect(items[0]).toMatchObject({ personName: '办公室经办', unitName: '办公室', address: '203.0.113.7', at: NOW })
  })

  it('says nothing of what was not done: it comes and goes with its transaction', async () => {
    const db = await temporaryDatabase({ kind })
    const log = logOn(db)
    const broken = db.write(async (sql) => {
      await log.append(sql, reveal('never'))
      throw new Error('refused')
    })
    await expect(broken).rejects.toThrow('refused')
    await log.record(reveal('done'))
    const { items } = await listAudit(db.read, {}, { limit: 10 })
    expect(items.map(({ objectId }) => objectId)).toEqual(['done'])
    expect(await verifyAudit(db)).toMatchObject({ records: 1, broken: null })
  })

  it.each([
    ['a changed record', "UPDATE audit_log SET person_id = 'gone' WHERE seq = 3", { seq: 3, reason: 'changed' }],
    ['a missing record', 'DELETE FROM audit_log WHERE seq = 3', { seq: 3, reason: 'missing' }],
    ['an end that was cut off', 'DELETE FROM audit_log WHERE seq > 3', { seq: 4, reason: 'missing' }],
    ['an end whose head was put back', 'UPDATE audit_head SET seq = 3', { seq: 3, reason: 'head' }],
    ['a chain without its head', 'DELETE FROM audit_head', { seq: 1, reason: 'head' }],
  ])('finds %s', async (_what, change, broken) => {
    const db = await temporaryDatabase({ kind })
    const log = logOn(db)
    for (let index = 0; index < 5; index += 1) await log.record(reveal(`case-${index}`))
    const { head } = await verifyAudit(db)
    expect(head.seq).toBe(5)
    await db.write((sql) => sql.run(change))
    expect((await verifyAudit(db)).broken).toEqual(broken)
  })

  it('finds an end that was cut off together with its head only by the head that was kept elsewhere', async () => {
    const db = await temporaryDatabase({ kind })
    const log = logOn(db)
    for (let index = 0; index < 3; index += 1) await log.record(reveal(`case-${index}`))
    const kept = (await verifyAudit(db)).head
    const [, before] = (await listAudit(db.read, {}, { limit: 3 })).items
    await db.write(async (sql) => {
      await sql.run('DELETE FROM audit_log WHERE seq = 3')
      await sql.run('UPDATE audit_head SET seq = 2, hash = ?', [before?.hash ?? ''])
    })
    const { broken, head } = await verifyAudit(db)
    expect(broken).toBeNull()
    expect(head.seq).toBeLessThan(kept.seq)
  })

  it('is read page by page, by kind, person, object and time', async () => {
    const db = await temporaryDatabase({ kind })
    let now = NOW
    const log = auditOn(db, () => now)
    for (let minute = 0; minute < 6; minute += 1) {
      now = `2026-03-18T06:0${minute}:00.000Z`
      const entry = reveal(`case-${minute % 2}`)
      await log.record(minute < 4 ? entry : { ...entry, kind: 'signIn', personId: 'security' })
    }
    const seqs = async (...query: Parameters<typeof listAudit> extends [unknown, ...infer Rest] ? Rest : never) =>
      (await listAudit(db.read, ...query)).items.map(({ seq }) => seq)
    const first = await listAudit(db.read, {}, { limit: 4 })
    const rest = await listAudit(db.read, {}, { limit: 4, cursor: first.nextCursor ?? '' })
    expect([...first.items, ...rest.items].map(({ seq }) => seq)).toEqual([6, 5, 4, 3, 2, 1])
    expect(rest.nextCursor).toBeNull()
    expect(await seqs({ kind: 'signIn' }, { limit: 9 })).toEqual([6, 5])
    expect(await seqs({ personId: 'clerk' }, { limit: 9 })).toEqual([4, 3, 2, 1])
    expect(await seqs({ objectId: 'case-1', personId: 'clerk' }, { limit: 9 })).toEqual([4, 2])
    expect(await seqs({ from: '2026-03-18T06:01:00.000Z', to: '2026-03-18T06:04:00.000Z' }, { limit: 9 })).toEqual([
      4, 3, 2,
    ])
  })
})
