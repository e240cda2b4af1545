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

  it('puts in force what another process on the same database has published, and works with it', async () => {
    const old = await talentOffice({ kind })
    const app = withMatter(await loadApp(TALENT_APP), { numbering: 'NEW-{year}-{seq}' })
    const cards = app.registers.get('cards')
    if (!cards) throw new Error('The fixture has no register of cards')
    const columns = [
      ...cards.definition.columns,
      { key: '备注', type: 'text' as const, required: false, filter: false, hidden: false },
    ]
    const definition = { ...cards.definition, columns }
    const registers = new Map(app.registers).set('cards', { ...cards, definition, source: JSON.stringify(definition) })
    await talentOffice({ db: old.db, app: { ...app, registers } })
    await old.services.definitions.refresh()
    const id = await old.apply()
    expect(await findCase(old.db.read, id)).toMatchObject({ number: 'NEW-2026-1', matterVersion: 2 })
    const columnKeys = old.services.definitions.register('cards')?.columns.map((column) => column.definition.key)
    expect(columnKeys).toContain('备注')
    old.statements.length = 0
    await old.services.definitions.refresh()
    expect(old.statements).toHaveLength(1)
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
