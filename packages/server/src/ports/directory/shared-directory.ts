import type { AppFolder } from '../../app-folder/app.ts'
import { findDefinition, storeDefinition } from '../../app-folder/definition-repository.ts'
import type { Database } from '../../db/database.ts'
import { createDirectory } from './create-directory.ts'
import type { Directory, Person, Unit } from './directory.ts'

const KIND = 'directory'
const KEY = 'directory'

interface Content {
  units: readonly Unit[]
  people: readonly Person[]
}

/** A directory that all processes of a database share: each version replaces the one before it as a whole. */
export interface SharedDirectory extends Directory {
  /** Takes over what another process has published since. One statement where there is nothing new. */
  refresh(): Promise<void>
}

/** Stores the directory of an application's folder as a new version where it has changed, and puts the latest in force. */
export async function publishDirectory(
  db: Database,
  { units, people }: Pick<AppFolder, 'units' | 'people'>,
  at: string,
): Promise<SharedDirectory> {
  const content = JSON.stringify({ units, people } satisfies Content)
  let version = await db.write((sql) => storeDefinition(sql, { kind: KIND, key: KEY, content }, at))
  let current = createDirectory(units, people)
  return {
    person: (id) => current.person(id),
    unit: (id) => current.unit(id),
    people: () => current.people(),
    units: () => current.units(),
    async refresh() {
      const latest = await db.read.first<{ version: number | null }>(
        'SELECT MAX(version) AS version FROM definition WHERE kind = ? AND definition_key = ?',
        [KIND, KEY],
      )
      if (!latest?.version || latest.version === version) return
      const stored = await findDefinition(db.read, KIND, KEY, latest.version)
      if (!stored) return
      const fresh: Content = JSON.parse(stored.content)
      current = createDirectory(fresh.units, fresh.people)
      version = latest.version
    },
  }
}
