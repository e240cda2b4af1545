import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestDatabaseSource } from './test-databases.ts'

/** SQLite: a file in a folder of its own. */
export const sqliteFiles: TestDatabaseSource = {
  kind: 'sqlite',
  place: tmpdir(),
  probe: async () => {},
  async create() {
    const folder = await mkdtemp(join(tmpdir(), 'zhupi-db-'))
    return {
      kind: 'sqlite',
      url: `sqlite:${join(folder, 'zhupi.sqlite')}`,
      drop: () => rm(folder, { recursive: true, force: true }),
    }
  },
}
