import { describe, expect, it } from 'vitest'
import { fullScans } from '../../test/full-scans.ts'
import { multiplyCases } from '../../test/many-rows.ts'
import { APPLICATION, talentOffice } from '../../test/talent-office.ts'
import { testDatabaseKinds } from '../testing/test-databases.ts'

const kinds = (await testDatabaseKinds()).filter((kind) => kind !== 'sqlite')
const PLANNED = /^\s*(SELECT(?! \(?graphile_worker)|UPDATE|DELETE)\b/

describe.each(kinds)('with many cases on %s', (kind) => {
  it('no statement of an application, a decision, an inbox or a case page reads a whole table', async () => {
    const office = await talentOffice({ kind })
    const model = await office.apply()
    await office.approve(model, 'firm-1-leader')
    await multiplyCases(office.db, model)
    const clerk = office.actor('firm-1-clerk')
    const { tasks, cases, matters } = office.services
    office.statements.length = 0
    const { id } = await matters.apply(clerk, 'talent', APPLICATION, 'once')
    await office.approve(id, 'firm-1-leader')
    await office.decide(id, 'county-clerk', { type: 'return', to: 'initiator', opinion: { text: '电话不对。' } })
    const again = await office.taskOf(id, 'firm-1-clerk')
    await tasks.act(clerk, again.id, { type: 'resubmit', version: again.version, values: { 联系电话: '13900001234' } })
    for (const box of ['todo', 'done'] as const) {
      await tasks.list(office.actor('county-clerk'), { box, limit: 20 })
    }
    for (const box of ['mine', 'involved', 'cc'] as const) await cases.list(clerk, { box, limit: 20 })
    await cases.read(clerk, id)

    const texts = new Set(office.statements.filter((text) => PLANNED.test(text)))
    expect(texts.size).toBeGreaterThan(15)
    const scans: string[] = []
    for (const text of texts) {
      for (const table of await fullScans(office.db, text)) scans.push(`${table}: ${text.replaceAll(/\s+/g, ' ')}`)
    }
    expect(scans).toEqual([])
  })

  it('a statement that does read a whole table is found', async () => {
    const office = await talentOffice({ kind })
    await multiplyCases(office.db, await office.apply())
    expect(await fullScans(office.db, 'SELECT * FROM task t WHERE t.title = ?')).toEqual(['task'])
    expect(await fullScans(office.db, 'UPDATE case_instance SET version = 1 WHERE digest = ?')).toEqual([
      'case_instance',
    ])
    expect(await fullScans(office.db, 'SELECT * FROM history WHERE case_id = ?')).toEqual([])
  })
})
