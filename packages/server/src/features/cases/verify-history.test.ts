import { describe, expect, it } from 'vitest'
import { talentOffice } from '../../../test/talent-office.ts'
import { testDatabaseKinds } from '../../testing/test-databases.ts'
import { verifyHistory } from './verify-history.ts'

describe.each(await testDatabaseKinds())('on %s', (kind) => {
  it('finds a changed, a missing and an added record, and where', async () => {
    const office = await talentOffice({ kind })
    const ids = await Promise.all([office.apply(), office.apply(), office.apply(), office.apply()])
    for (const id of ids) await office.approve(id, 'firm-1-leader', 'county-clerk')
    expect((await verifyHistory(office.db)).broken).toEqual([])
    const [changed, missing, cut] = ids
    await office.db.write(async (sql) => {
      await sql.run("UPDATE history SET opinion = '不同意。' WHERE case_id = ? AND seq = 2", [changed ?? ''])
      await sql.run('DELETE FROM history WHERE case_id = ? AND seq = 2', [missing ?? ''])
      await sql.run('DELETE FROM history WHERE case_id = ? AND seq = 3', [cut ?? ''])
    })
    const { broken, cases } = await verifyHistory(office.db)
    expect(cases).toBe(4)
    expect(broken).toEqual(
      [
        { caseId: changed, seq: 2, reason: 'changed' },
        { caseId: missing, seq: 2, reason: 'missing' },
        { caseId: cut, seq: 3, reason: 'missing' },
      ].sort((one, other) => String(one.caseId).localeCompare(String(other.caseId))),
    )
    expect((await verifyHistory(office.db, ids[3])).broken).toEqual([])
  })
})
