import { expect, it } from 'vitest'
import { talentOffice } from '../../../test/talent-office.ts'

it('an act reads and writes the tasks of its case alone, however many are open', async () => {
  const office = await talentOffice({ kind: 'sqlite' })
  const caseId = await office.apply()
  office.statements.length = 0
  await office.approve(caseId, 'firm-1-leader')
  await office.decide(caseId, 'county-clerk', { type: 'transfer', to: 'iit-clerk' })
  const texts = office.statements.filter((text) => /^\s*(SELECT|UPDATE|DELETE).*\btask\b/s.test(text))
  expect(texts.some((text) => text.includes('UPDATE task'))).toBe(true)
  for (const text of texts) {
    const plan = await office.db.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${text.replaceAll('?', 'NULL')}`)
    const steps = plan.map(({ detail }) => detail).filter((detail) => /\b(task|t)\b/.test(detail))
    for (const step of steps) expect(step, text).toMatch(/\((id|case_id|person_id)=\?|PRIMARY KEY/)
  }
})
