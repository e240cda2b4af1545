import { describe, expect, it } from 'vitest'
import { TALENT_APP, talentOffice } from '../../test/talent-office.ts'
import { findCase } from '../features/cases/case-repository.ts'
import { testDatabaseKinds } from '../testing/test-databases.ts'
import type { AppFolder } from './app.ts'
import { publishApp } from './definition-store.ts'
import { checkApp, loadApp } from './load-app.ts'

function withMatter(app: AppFolder, change: { numbering: string }): AppFolder {
  const talent = app.matters.get('talent')
  if (!talent) throw new Error('The fixture has no matter')
  const definition = { ...talent.definition, ...change }
  return { ...app, matters: new Map([['talent', { ...talent, definition, source: JSON.stringify(definition) }]]) }
}

describe.each(await testDatabaseKinds())('on %s', (kind) => {
  it('stores a changed matter as a new version; running cases keep theirs', async () => {
    const office = await talentOffice({ kind })
    const before = await office.apply()
    const app = withMatter(await loadApp(TALENT_APP), { numbering: 'NEW-{year}-{seq}' })
    const next = await talentOffice({ db: office.db, app })
    const after = await next.apply()
    const versions = await Promise.all([before, after].map((id) => findCase(office.db.read, id)))
    expect(versions.map((one) => [one?.number, one?.matterVersion])).toEqual([
      ['RC-2026-0001', 1],
      ['NEW-2026-2', 2],
    ])
    await next.approve(before, 'firm-1-leader')
    expect((await findCase(office.db.read, before))?.matterVersion).toBe(1)
  })

  it('stores nothing when nothing changed', async () => {
    const office = await talentOffice({ kind })
    await publishApp(office.db, office.app, office.now())
    const rows = await office.db.read.all<{ kind: string; version: number }>('SELECT kind, version FROM definition')
    expect(rows.map(({ version }) => version)).toEqual(rows.map(() => 1))
  })

  it('finds nothing wrong with the application of the tests', async () => {
    expect(await checkApp(TALENT_APP)).toEqual([])
  })
})
