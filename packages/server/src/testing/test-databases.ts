import type { DatabaseKind } from '../db/database.ts'
import { mariadbServer } from './mariadb-server.ts'
import { postgresServer } from './postgres-server.ts'
import { sqliteFiles } from './sqlite-files.ts'

/** A new empty database for one test. */
export interface TestDatabase {
  kind: DatabaseKind
  url: string
  /** Removes it; whoever is still connected is cut off. */
  drop(): Promise<void>
}

/** Where test databases of one kind come from. */
export interface TestDatabaseSource {
  kind: DatabaseKind
  /** Where it looks for its server, for messages. */
  place: string
  /** Resolves when the server answers. */
  probe(): Promise<void>
  create(): Promise<TestDatabase>
  /** Removes what it keeps between two tests. */
  close?(): Promise<void>
}

const SOURCES: readonly TestDatabaseSource[] = [sqliteFiles, postgresServer, mariadbServer]

/**
 * The kinds of database that tests run on: those that `ZHUPI_TEST_DATABASES` names (`sqlite,postgres,mariadb`), else those
 * whose server answers.
 *
 * @throws Error when a kind is asked for and its server does not answer
 */
export async function testDatabaseKinds(): Promise<DatabaseKind[]> {
  const asked = process.env.ZHUPI_TEST_DATABASES?.split(',')
  const sources = SOURCES.filter(({ kind }) => asked?.includes(kind) ?? true)
  const answers = await Promise.allSettled(sources.map((source) => source.probe()))
  const missing = sources.filter((_source, index) => answers[index]?.status === 'rejected')
  if (asked && missing.length > 0) {
    const places = missing.map(({ kind, place }) => `${kind} at ${place}`).join(', ')
    throw new Error(`ZHUPI_TEST_DATABASES asks for a database that does not answer: ${places}.`)
  }
  return sources.filter((source) => !missing.includes(source)).map(({ kind }) => kind)
}

/** Makes an empty database of a kind, its tables up to date. */
export function createTestDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  const source = SOURCES.find((one) => one.kind === kind)
  if (!source) throw new Error(`No test databases of kind ${kind}`)
  return source.create()
}

/** Removes what is kept between two tests: call it after the last one of a file. */
export async function closeTestDatabases(): Promise<void> {
  for (const source of SOURCES) await source.close?.()
}

/** A name that no other test uses, on a server that several test runs share. */
export function testDatabaseName(): string {
  const random = Math.random().toString(36).slice(2, 8)
  return `zhupi_test_${Date.now().toString(36)}_${process.pid.toString(36)}_${random}`
}
