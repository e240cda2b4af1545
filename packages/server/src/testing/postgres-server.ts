import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import { systemClock } from '../clock.ts'
import { openDatabase } from '../db/database.ts'
import { createJobQueue } from '../jobs/create-job-queue.ts'
import { type TestDatabaseSource, testDatabaseName } from './test-databases.ts'

const SERVER = process.env.ZHUPI_TEST_POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'
/** Any number, the same in every test run: one at a time makes the template. */
const TEMPLATE_LOCK = 2_009_181_704
const JOBS = 'graphile-worker 0.16'
const MIGRATIONS = new URL('../db/migrations/', import.meta.url)

/** PostgreSQL: a clone of a migrated template on the server of `ZHUPI_TEST_POSTGRES_URL`. */
export const postgresServer: TestDatabaseSource = {
  kind: 'postgres',
  place: SERVER,
  probe: () => onServer(async (client) => void (await client.query('SELECT 1'))),
  async create() {
    const name = testDatabaseName()
    await onServer(async (client) => {
      const template = await migratedTemplate(client)
      await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
    })
    return {
      kind: 'postgres',
      url: urlOf(name),
      drop: () => onServer(async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`))),
    }
  },
}

/** Named after what the migrations say, so that a changed one makes a new template. */
async function migratedTemplate(client: pg.Client): Promise<string> {
  const hash = createHash('sha256').update(JOBS)
  for (const file of (await readdir(MIGRATIONS)).sort()) hash.update(await readFile(new URL(file, MIGRATIONS)))
  const template = `zhupi_template_${hash.digest('hex').slice(0, 12)}`
  const exists = async () =>
    (await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template])).rowCount === 1
  if (await exists()) return template
  await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK])
  if (!(await exists())) {
    const draft = testDatabaseName()
    await client.query(`CREATE DATABASE ${draft} TEMPLATE template0`)
    const db = await openDatabase({ url: urlOf(draft) })
    await (await createJobQueue(db, systemClock)).prepare()
    await db.close()
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`)
  }
  await client.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK])
  return template
}

/** Tests lose nothing by a power cut. */
function urlOf(database: string): string {
  const url = new URL(SERVER)
  url.pathname = database
  url.searchParams.set('options', '-c synchronous_commit=off')
  return url.href
}

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: SERVER })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
