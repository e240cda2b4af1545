import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { mariadbArguments, output, withoutOptions } from '../../test/dump-database.ts'
import { runZhupi } from '../../test/run-zhupi.ts'
import { TALENT_APP } from '../../test/talent-office.ts'
import type { DatabaseKind } from '../db/database.ts'
import type { Keyring } from '../db/keyring.ts'
import { createTestApp } from '../testing/create-test-app.ts'
import {
  closeTestDatabases,
  createTestDatabase,
  testDatabaseKinds,
  testDatabaseName,
} from '../testing/test-databases.ts'

const VALUES = { 姓名: 'XX', 联系电话: '13800001234', 区域: '370321', 推荐部门: '市工信局', 年度: '2026' }
const KEYRING: Keyring = { keys: [{ id: 'a', key: Buffer.alloc(32, 1) }], index: Buffer.alloc(32, 2) }

/** The ways that docs/guides/operate.md tells operators, into a database that is empty. */
const WAYS: Partial<Record<DatabaseKind, (from: string, to: string, folder: string) => Promise<void>>> = {
  async postgres(from, to, folder) {
    const file = join(folder, 'zhupi.dump')
    await output('pg_dump', ['--format=custom', `--file=${file}`, withoutOptions(from)])
    await output('createdb', [`--maintenance-db=${withoutOptions(from)}`, '--template=template0', nameOf(to)])
    await output('pg_restore', ['--clean', '--if-exists', `--dbname=${withoutOptions(to)}`, file])
  },
  async mariadb(from, to) {
    const dump = await output('mariadb-dump', ['--routines', ...mariadbArguments(from)])
    const [host = '', port = '', user = '', ...rest] = mariadbArguments(from)
    const access = [host, port, user, ...rest.filter((one) => one.startsWith('--password'))]
    await output('mariadb', [...access, '-e', `CREATE DATABASE ${nameOf(to)}`])
    await output('mariadb', [...access, nameOf(to)], dump)
  },
}

const DROPS: Partial<Record<DatabaseKind, (from: string, to: string) => Promise<unknown>>> = {
  postgres: (from, to) =>
    output('dropdb', [`--maintenance-db=${withoutOptions(from)}`, '--force', '--if-exists', nameOf(to)]),
  mariadb: (from, to) =>
    output('mariadb', [...mariadbArguments(from).slice(0, 3), '-e', `DROP DATABASE IF EXISTS ${nameOf(to)}`]),
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1)
}

const KINDS = await testDatabaseKinds()

for (const kind of ['postgres', 'mariadb'] as const) {
  it.runIf(KINDS.includes(kind))(
    `comes back from a dump of ${kind} taken while the server works, its histories proved`,
    async () => {
      const { url, drop } = await createTestDatabase(kind)
      const restored = new URL(url)
      restored.pathname = testDatabaseName()
      const folder = mkdtempSync(join(tmpdir(), 'zhupi-dump-'))
      const app = await createTestApp({ appFolder: TALENT_APP, databaseUrl: url, keyring: KEYRING })
      const { id } = await app.as('firm-1-clerk').post<{ id: string }>('/matters/talent/cases', { values: VALUES })
      await app.as('firm-1-clerk').post('/matters/talent/cases', { values: VALUES })
      onTestFinished(async () => {
        await app.close()
        await DROPS[kind]?.(url, restored.href)
        await drop()
        await closeTestDatabases()
        rmSync(folder, { recursive: true, force: true })
      })
      await WAYS[kind]?.(url, restored.href, folder)
      await app.as('firm-1-clerk').post('/matters/talent/cases', { values: VALUES })

      expect(await runZhupi(['verify', restored.href])).toMatchObject({
        code: 0,
        stderr: '',
        stdout: expect.stringContaining('ok: 2 records of 2 cases\n'),
      })
      const again = await createTestApp({ appFolder: TALENT_APP, databaseUrl: restored.href, keyring: KEYRING })
      onTestFinished(() => again.close())
      const found = await again.as('firm-1-clerk').get(`/cases/${id}`)
      expect(found).toMatchObject({ id, status: 'running', values: { 联系电话: '13800001234' } })
      const next = await again.as('firm-1-clerk').post<{ number: string }>('/matters/talent/cases', { values: VALUES })
      expect(next.number).toBe('RC-2026-0003')
      await again.runJobs()
    },
  )
}
