import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { TALENT_APP } from '../../../test/talent-office.ts'
import { temporaryDatabase } from '../../../test/temporary-database.ts'
import { loadApp } from '../../app-folder/load-app.ts'
import { createTestApp } from '../../testing/create-test-app.ts'
import { closeTestDatabases, createTestDatabase, testDatabaseKinds } from '../../testing/test-databases.ts'
import { publishDirectory } from './shared-directory.ts'

const AT = '2026-03-18T02:00:00.000Z'

/** The test application, with the county's clerk gone and another one come. */
async function changedApp(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhupi-directory-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await cp(TALENT_APP, folder, { recursive: true })
  const file = join(folder, 'directory', 'people.json')
  const people: Array<{ id: string; enabled?: boolean }> = JSON.parse(await readFile(file, 'utf8'))
  const changed = people.map((person) => (person.id === 'county-clerk' ? { ...person, enabled: false } : person))
  const fresh = { id: 'county-clerk-2', name: '县工信局新经办', unitId: 'county-iit', roles: ['区县工信审核'] }
  await writeFile(file, JSON.stringify([...changed, fresh]))
  return folder
}

it.each(await testDatabaseKinds())('is replaced as a whole by the next version, on %s', async (kind) => {
  const db = await temporaryDatabase({ kind })
  const before = await loadApp(TALENT_APP)
  const one = await publishDirectory(db, before, AT)
  const other = await publishDirectory(db, { ...before, people: before.people.slice(1) }, AT)
  const [gone] = before.people
  expect(one.person(gone?.id ?? '')).toEqual(gone)
  await one.refresh()
  expect(one.person(gone?.id ?? '')).toBeUndefined()
  expect(one.people()).toEqual(other.people())
  expect(one.units()).toEqual(before.units)
})

it.each((await testDatabaseKinds()).filter((kind) => kind !== 'sqlite'))(
  'is in force in every process when one has published it, on %s',
  async (kind) => {
    const { url, drop } = await createTestDatabase(kind)
    const one = await createTestApp({ appFolder: TALENT_APP, databaseUrl: url })
    const other = await createTestApp({ appFolder: TALENT_APP, databaseUrl: url })
    onTestFinished(async () => {
      await Promise.all([one.close(), other.close()])
      await drop()
      await closeTestDatabases()
    })
    expect((await one.as('county-clerk').request('GET', '/me')).status).toBe(200)
    const third = await createTestApp({ appFolder: await changedApp(), databaseUrl: url })
    for (const { server } of [one, other]) await server.directory.refresh()
    await third.close()
    for (const process of [one, other]) {
      const gone = await process.as('county-clerk').request('GET', '/me')
      expect(await gone.json()).toMatchObject({ status: 403, code: 'PERSON_UNKNOWN' })
      expect(await process.as('county-clerk-2').get('/me')).toMatchObject({ name: '县工信局新经办' })
    }
    // Neither of the two that started with the same folder has made a version of its own.
    const version = () =>
      one.server.database.read.first("SELECT MAX(version) AS version FROM definition WHERE kind = 'directory'")
    expect(await version()).toEqual({ version: 2 })
    await one.server.directory.refresh()
    expect(one.server.directory.person('county-clerk')?.enabled).toBe(false)
  },
)
