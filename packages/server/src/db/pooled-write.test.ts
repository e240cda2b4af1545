import { describe, expect, it } from 'vitest'
import { temporaryDatabase } from '../../test/temporary-database.ts'
import { testDatabaseKinds } from '../testing/test-databases.ts'
import { createPooledWrite, type PooledConnection } from './pooled-write.ts'
import type { Sql } from './sql.ts'

const add = (key: string) => (sql: Sql) =>
  sql.run('INSERT INTO number_counter (counter_key, last_value) VALUES (?, 1)', [key])
const refuse = async () => {
  throw new Error('refused')
}
const kinds = (await testDatabaseKinds()).filter((kind) => kind !== 'sqlite')

describe.each(kinds)('a lane on %s', (kind) => {
  it('shares a COMMIT between the works that came while another was at work', async () => {
    const statements: string[] = []
    const db = await temporaryDatabase({ kind, onStatement: (text) => statements.push(text) })
    statements.length = 0
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => db.write(async (sql) => (await add(`key-${at}`)(sql)) * at, 'lane')),
    )
    expect(answers).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(statements.filter((text) => text === 'COMMIT')).toHaveLength(2)
    expect(await db.read.all('SELECT * FROM number_counter')).toHaveLength(10)
  })

  it('takes nothing of the others when one fails, by itself or by the database', async () => {
    const db = await temporaryDatabase({ kind })
    const works = [
      add('first'),
      add('second'),
      (sql: Sql) => add('half')(sql).then(refuse),
      add('second'),
      refuse,
      add('last'),
    ]
    const results = await Promise.allSettled(works.map((work) => db.write<unknown>(work, 'lane')))
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
      'rejected',
      'fulfilled',
    ])
    const rows = await db.read.all<{ counter_key: string }>('SELECT counter_key FROM number_counter ORDER BY 1')
    expect(rows.map((row) => row.counter_key)).toEqual(['first', 'last', 'second'])
  })

  it('holds one connection, however many works wait in it', async () => {
    const db = await temporaryDatabase({ kind, poolSize: 2 })
    let goOn = () => {}
    const besideDone = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const waiting = Array.from({ length: 30 }, (_, at) =>
      db.write(async (sql) => {
        await besideDone
        await add(`waiting-${at}`)(sql)
      }, 'lane'),
    )
    await db.write(add('beside'))
    goOn()
    await Promise.all(waiting)
    expect(await db.read.first('SELECT COUNT(*) AS total FROM number_counter')).toEqual({ total: 31 })
  })
})

it('does not run a group again when nobody knows what became of its COMMIT', async () => {
  let runs = 0
  const connection: PooledConnection = {
    sql: {} as Sql,
    begin: async () => {},
    async commit() {
      if (runs > 1) throw new Error('connection lost')
    },
    rollback: async () => {},
    release() {},
  }
  const { write } = createPooledWrite({
    connect: async () => connection,
    isVictim: () => false,
    explain: (error) => error,
  })
  const work = async () => {
    runs += 1
  }
  const results = await Promise.allSettled([write(work, 'lane'), write(work, 'lane'), write(work, 'lane')])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect(runs).toBe(3)
})
