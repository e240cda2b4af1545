import Connection from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { temporaryDatabase } from '../../test/temporary-database.ts'
import { createTestDatabase } from '../testing/test-databases.ts'
import { openDatabase } from './database.ts'
import { createGroupCommit } from './group-commit.ts'
import type { Sql } from './sql.ts'
import { createVault } from './vault.ts'

const raise = (key: string) => (sql: Sql) =>
  sql.run('INSERT INTO number_counter (counter_key, last_value) VALUES (?, 1)', [key])

describe('group commit', () => {
  it('shares one COMMIT between works that wait together', async () => {
    const statements: string[] = []
    const db = await temporaryDatabase({ onStatement: (text) => statements.push(text) })
    statements.length = 0
    await Promise.all(Array.from({ length: 10 }, (_, at) => db.write(raise(`key-${at}`))))
    expect(statements.filter((text) => text === 'COMMIT')).toHaveLength(1)
    expect(await db.read.all('SELECT * FROM number_counter')).toHaveLength(10)
  })

  it('takes nothing of the others when one fails after it wrote', async () => {
    const db = await temporaryDatabase()
    const results = await Promise.allSettled([
      db.write(raise('first')),
      db.write(async (sql) => {
        await raise('half')(sql)
        throw new Error('refused')
      }),
      db.write(raise('first')),
      db.write(raise('last')),
    ])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
    const rows = await db.read.all<{ counter_key: string }>('SELECT counter_key FROM number_counter ORDER BY 1')
    expect(rows.map((row) => row.counter_key)).toEqual(['first', 'last'])
  })

  it('keeps the answer of a refused work until what it saw is committed', async () => {
    const db = await temporaryDatabase()
    const order: string[] = []
    const first = db.write(raise('a')).then(() => order.push('committed'))
    const second = db
      .write(async () => {
        throw new Error('refused')
      })
      .catch(() => order.push('refused'))
    await Promise.all([first, second])
    expect(order).toEqual(['committed', 'refused'])
  })

  it('keeps nothing of a group for which the disk has no room, and goes on when there is room again', async () => {
    const { url, drop } = await createTestDatabase('sqlite')
    onTestFinished(drop)
    const db = await openDatabase({ url })
    await db.close()
    const connection = new Connection(url.slice('sqlite:'.length))
    onTestFinished(() => void connection.close())
    const { write } = createGroupCommit(connection, createVault())
    const fill = async (sql: Sql) => {
      for (let at = 0; at < 500; at += 1) await raise(`${at} ${'x'.repeat(150)}`)(sql)
    }
    connection.pragma(`max_page_count = ${connection.pragma('page_count', { simple: true })}`)
    const refused = await Promise.allSettled([write(raise('first')), write(fill)])
    expect(refused.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(connection.prepare('SELECT counter_key FROM number_counter').pluck().all()).toEqual(['first'])
    connection.pragma('max_page_count = 1000000')
    await write(fill)
    expect(connection.prepare('SELECT COUNT(*) FROM number_counter').pluck().get()).toBe(501)
  })
})
