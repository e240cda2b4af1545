import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise'
import { type TestDatabaseSource, testDatabaseName } from './test-databases.ts'

const SERVER = process.env.ZHUPI_TEST_MARIADB_URL ?? 'mariadb://root@127.0.0.1:3306'

/** Databases whose test is over: emptied, they serve the next one. To make their tables anew would take seconds. */
const free: string[] = []

/** MariaDB: a database of its own on the server of `ZHUPI_TEST_MARIADB_URL`. */
export const mariadbServer: TestDatabaseSource = {
  kind: 'mariadb',
  place: SERVER,
  probe: () => onServer(async (client) => void (await client.query('SELECT 1'))),
  async create() {
    const name = free.pop() ?? testDatabaseName()
    await onServer((client) => client.query(`CREATE DATABASE IF NOT EXISTS ${name}`))
    const url = new URL(SERVER)
    url.pathname = name
    return {
      kind: 'mariadb',
      url: url.href,
      async drop() {
        await onServer((client) => empty(client, name))
        free.push(name)
      },
    }
  },
  async close() {
    if (free.length === 0) return
    await onServer(async (client) => {
      for (const name of free.splice(0)) await client.query(`DROP DATABASE ${name}`)
    })
  },
}

/** Leaves the tables of the migrations, without rows; those of registers go. */
async function empty(client: Connection, name: string): Promise<void> {
  await client.changeUser({ database: name })
  const [tables] = await client.query<RowDataPacket[]>(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ?',
    [name],
  )
  await client.query('SET FOREIGN_KEY_CHECKS = 0')
  await client.beginTransaction()
  const names = tables.map((table) => String(table.name))
  const kept = names.filter((table) => !table.startsWith('knex_') && !isRegister(table))
  for (const table of kept) await client.query(`DELETE FROM ${table}`)
  await client.commit()
  for (const table of names.filter(isRegister)) await client.query(`DROP TABLE ${table}`)
}

function isRegister(table: string): boolean {
  return table.startsWith('register_') && table !== 'register_column'
}

async function onServer<T>(work: (client: Connection) => Promise<T>): Promise<T> {
  const { hostname: host, port, username: user, password } = new URL(SERVER)
  const client = await mysql.createConnection({ host, port: Number(port || 3306), user, password })
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
