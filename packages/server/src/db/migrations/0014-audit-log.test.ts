import { describe, expect, it } from 'vitest'
import { temporaryDatabase } from '../../../test/temporary-database.ts'
import { listAudit } from '../../audit/audit-repository.ts'
import { verifyAudit } from '../../audit/verify-audit.ts'
import { testDatabaseKinds } from '../../testing/test-databases.ts'
import { migrations } from './index.ts'

describe.each(await testDatabaseKinds())('on %s', (kind) => {
  it('carries over what was written down before there was a chain', async () => {
    const db = await temporaryDatabase({ kind })
    const config = { migrationSource: migrations }
    await db.knex.migrate.down({ ...config, name: '0014-audit-log' } as never)
    const at = '2026-03-18T06:05:00.000Z'
    const earlier = [
      { id: 'a', at, person_id: 'clerk', kind: 'reveal', case_id: 'case-1', path: '联系电话', address: '203.0.113.7' },
      { id: 'b', at, person_id: 'admin', kind: 'publish', case_id: null, path: 'matter/talent', address: null },
    ]
    await db.knex('audit').insert(earlier)
    await db.knex.migrate.latest(config)
    expect(await verifyAudit(db)).toMatchObject({ records: 2, broken: null })
    expect((await listAudit(db.read, {}, { limit: 9 })).items).toMatchObject([
      { seq: 2, kind: 'publish', personId: 'admin', objectType: 'definition', objectId: 'matter/talent' },
      { seq: 1, kind: 'reveal', objectType: 'case', objectId: 'case-1', detail: '联系电话', address: '203.0.113.7' },
    ])
  })
})
