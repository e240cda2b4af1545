import Connection, { type Statement } from 'better-sqlite3'
import pg from 'pg'

export type Row = Record<string, string | number | null>
export type Query = (text: string, values?: ReadonlyArray<string | number | null>) => Promise<Row[]>

/** A bare driver: transactions written by hand, every text (`?` for values) prepared once a connection. */
export interface HandDriver {
  kind: 'sqlite' | 'postgres'
  /** Runs `work` between BEGIN and COMMIT. Another one waits on SQLite, and has its own connection on PostgreSQL. */
  transact<T>(work: (query: Query) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** @param connections at most so many on PostgreSQL */
export function openByHand(url: string, connections: number): HandDriver {
  return url.startsWith('sqlite:') ? sqliteByHand(url.slice('sqlite:'.length)) : postgresByHand(url, connections)
}

function sqliteByHand(file: string): HandDriver {
  const db = new Connection(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('busy_timeout = 5000')
  const prepared = new Map<string, Statement<unknown[], Row>>()
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  let last: Promise<unknown> = Promise.resolve()
  const query: Query = async (text, values = []) => {
    let statement = prepared.get(text)
    if (!statement) {
      statement = db.prepare<unknown[], Row>(text)
      prepared.set(text, statement)
    }
    if (statement.reader) return statement.all(...values)
    statement.run(...values)
    return []
  }
  return {
    kind: 'sqlite',
    transact(work) {
      const answer = last.then(async () => {
        begin.run()
        const value = await work(query)
        commit.run()
        return value
      })
      last = answer
      return answer
    },
    async close() {
      await last
      db.close()
    },
  }
}

function postgresByHand(url: string, connections: number): HandDriver {
  const pool = new pg.Pool({ connectionString: url, max: connections })
  const names = new Map<string, { name: string; text: string }>()
  const named = (text: string) => {
    let found = names.get(text)
    if (!found) {
      let index = 0
      found = { name: `by_hand_${names.size}`, text: text.replaceAll('?', () => `$${++index}`) }
      names.set(text, found)
    }
    return found
  }
  return {
    kind: 'postgres',
    async transact(work) {
      const client = await pool.connect()
      await client.query('BEGIN')
      const value = await work(
        async (text, values = []) => (await client.query<Row>({ ...named(text), values: [...values] })).rows,
      )
      await client.query('COMMIT')
      client.release()
      return value
    },
    close: () => pool.end(),
  }
}
