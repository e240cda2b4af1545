import { describe, expect, it, onTestFinished } from 'vitest'
import { temporaryDatabase } from '../../test/temporary-database.ts'
import { createTestDatabase, testDatabaseKinds } from '../testing/test-databases.ts'
import { openDatabase } from './database.ts'
import { dialects } from './dialects/index.ts'
import { containing, contains } from './like.ts'
import { migrations } from './migrations/index.ts'
import type { Sql } from './sql.ts'

const count = (key: string) => (sql: Sql) => sql.insertNew('number_counter', { counter_key: key, last_value: 1 })
const raise = (sql: Sql, key: string) =>
  sql.run('UPDATE number_counter SET last_value = last_value + 1 WHERE counter_key = ?', [key])

describe.each(await testDatabaseKinds())('on %s', (kind) => {
  it('keeps names apart that some language takes for one, and every character as it is', async () => {
    const db = await temporaryDatabase({ kind })
    const names = ['strasse', 'Strasse', 'straße', 'é', 'e\u0301', 'a', 'a ', '𠮷野', '吉野', '👩‍💼', 'ｆ', 'f']
    for (const name of names) expect(await db.write(count(name))).toBe(true)
    for (const name of names) expect(await db.write(count(name))).toBe(false)
    const rows = await db.read.all<{ counter_key: string }>('SELECT counter_key FROM number_counter')
    expect(rows.map((row) => row.counter_key).sort()).toEqual([...names].sort())
  })

  it('finds a text whatever the case of its letters, and takes no character of it for a wildcard', async () => {
    const db = await temporaryDatabase({ kind })
    for (const name of ['RC-2026', '50%', '50_', '5!0', 'a\\b']) await db.write(count(name))
    const found = async (text: string) => {
      const sql = `SELECT counter_key FROM number_counter WHERE ${contains('counter_key')} ORDER BY counter_key`
      return (await db.read.all<{ counter_key: string }>(sql, [containing(text)])).map((row) => row.counter_key)
    }
    expect(await found('rc-')).toEqual(['RC-2026'])
    expect(await found('%')).toEqual(['50%'])
    expect(await found('_')).toEqual(['50_'])
    expect(await found('!')).toEqual(['5!0'])
    expect(await found('\\')).toEqual(['a\\b'])
  })

  it('counts and sums as numbers', async () => {
    const db = await temporaryDatabase({ kind })
    await db.write(count('a'))
    const sums = 'SELECT COUNT(*) AS total, SUM(last_value) AS sum FROM number_counter'
    expect(await db.read.first(sums)).toEqual({ total: 1, sum: 1 })
  })

  it('runs a work again that gave way to another in a deadlock', async () => {
    const db = await temporaryDatabase({ kind })
    await db.write(count('a'))
    await db.write(count('b'))
    const runs: string[] = []
    const meet = meetingOf(kind === 'sqlite' ? 1 : 2)
    const works = new Map<string, Promise<unknown>>()
    const crossing = (first: string, second: string) =>
      db.write(async (sql) => {
        // The one that gave way goes on when the other is through: they cross once, not twice.
        if (runs.includes(first)) await works.get(second)
        runs.push(first)
        await raise(sql, first)
        await meet()
        await raise(sql, second)
      })
    works.set('a', crossing('a', 'b')).set('b', crossing('b', 'a'))
    await Promise.all(works.values())
    const rows = await db.read.all<{ last_value: number }>('SELECT last_value FROM number_counter')
    expect(rows.map((row) => row.last_value)).toEqual([3, 3])
    expect(runs).toHaveLength(kind === 'sqlite' ? 2 : 3)
  })

  it('takes nothing of a work that failed', async () => {
    const db = await temporaryDatabase({ kind })
    const failing = db.write(async (sql) => {
      await count('half')(sql)
      throw new Error('refused')
    })
    await expect(failing).rejects.toThrow('refused')
    expect(await db.read.all('SELECT * FROM number_counter')).toEqual([])
  })

  it('is brought up to date with its data, and by one of several processes that start at once', async () => {
    const { url, drop } = await createTestDatabase(kind)
    onTestFinished(drop)
    await migrateBackTo(url, '0006-task-signatures')
    const starts = kind === 'sqlite' ? 1 : 3
    const opened = await Promise.all(Array.from({ length: starts }, () => openDatabase({ url })))
    const [task] = await opened[0]!.read.all('SELECT id, title, case_version FROM task')
    expect(task).toEqual({ id: 'task', title: '一件旧事𠮷', case_version: 0 })
    const [, pending] = await opened[0]!.knex.migrate.list({ migrationSource: migrations })
    expect(pending).toEqual([])
    await Promise.all(opened.map((db) => db.close()))
  })

  it('answers 128 works at once on the default pool', async () => {
    const db = await temporaryDatabase({ kind })
    await db.write(count('a'))
    await Promise.all(Array.from({ length: 128 }, () => db.write((sql) => raise(sql, 'a'))))
    expect(await db.read.first('SELECT last_value FROM number_counter')).toEqual({ last_value: 129 })
  })
})

describe.each((await testDatabaseKinds()).filter((kind) => kind !== 'sqlite'))('on %s', (kind) => {
  it('says which text is too long for its column, and that the server is gone', async () => {
    const db = await temporaryDatabase({ kind })
    await expect(db.write(count('长'.repeat(192)))).rejects.toMatchObject({ code: 'VALUE_TOO_LONG' })
    const scheme = dialects.find((dialect) => dialect.kind === kind)?.schemes[0]
    await expect(openDatabase({ url: `${scheme}://nobody@127.0.0.1:1/none` })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    })
  })
})

it('knows no other database', async () => {
  await expect(openDatabase({ url: 'oracle://localhost/x' })).rejects.toThrow('oracle')
})

/** Everybody waits until so many have come; who comes later goes through. */
function meetingOf(size: number): () => Promise<void> {
  let come = 0
  let open = () => {}
  const all = new Promise<void>((resolve) => {
    open = resolve
  })
  return () => {
    come += 1
    if (come >= size) open()
    return all
  }
}

/** A database as an earlier version left it, with a task in it. */
async function migrateBackTo(url: string, last: string): Promise<void> {
  const db = await openDatabase({ url })
  const config = { migrationSource: migrations }
  const names = (await migrations.getMigrations([])).map(({ name }) => name)
  for (const _ of names.slice(names.indexOf(last) + 1)) await db.knex.migrate.down(config)
  await db.knex('case_instance').insert({
    id: 'case',
    number: 'N',
    matter_key: 'm',
    matter_title: '',
    matter_version: 1,
    status: 'running',
    version: 1,
    round: 1,
    title: '',
    digest: '',
    initiator_id: 'me',
    initiator_name: '',
    initiator_unit: '',
    form_values: '{}',
    instance: '{}',
    opinions: '[]',
    waiting: '[]',
    started_at: '',
    updated_at: '',
    history_seq: 0,
    history_head: '',
  })
  await db.knex('task').insert({
    id: 'task',
    person_id: 'me',
    case_id: 'case',
    matter_key: 'm',
    matter_title: '',
    element_id: 'e',
    element_name: '',
    title: '一件旧事𠮷',
    digest: '',
    state: 'open',
    received_at: '',
    due_order: '',
    returned: 0,
    resubmit: 0,
    round: 1,
    seat: 0,
    seats: 1,
    seat_type: 'single',
    batchable: 1,
  })
  await db.close()
}
