import { describe, expect, it } from 'vitest'
import { APPLICATION, talentOffice } from '../../../test/talent-office.ts'
import { testDatabaseKinds } from '../../testing/test-databases.ts'

describe.each(await testDatabaseKinds())('on %s', (kind) => {
  it('answers an application by the very page that is read afterwards, without reading it', async () => {
    const office = await talentOffice({ kind })
    const clerk = office.actor('firm-1-clerk')
    await office.apply()
    office.statements.length = 0
    const answered = await office.services.matters.apply(clerk, 'talent', APPLICATION)
    const selects = office.statements.filter((text) => /^\s*SELECT(?! \(?graphile_worker)/.test(text))
    // MariaDB reads the number back that the others return.
    expect(selects).toHaveLength(kind === 'mariadb' ? 1 : 0)
    expect(answered.tasks).not.toHaveLength(0)
    const read = await office.services.cases.read(clerk, answered.id)
    expect(JSON.parse(JSON.stringify(answered))).toEqual(JSON.parse(JSON.stringify(read)))
  })

  it('answers a repeat of an application by the case that is there', async () => {
    const office = await talentOffice({ kind })
    const clerk = office.actor('firm-1-clerk')
    const first = await office.services.matters.apply(clerk, 'talent', APPLICATION, 'once')
    await office.approve(first.id, 'firm-1-leader')
    const again = await office.services.matters.apply(clerk, 'talent', APPLICATION, 'once')
    expect(again).toMatchObject({ id: first.id, version: first.version + 1 })
  })
})
