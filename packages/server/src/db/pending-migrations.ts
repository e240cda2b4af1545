import type { Knex } from 'knex'
import { migrations } from './migrations/index.ts'

/** Names of the migrations that this version has and the database has not. One that is ahead has none. */
export async function pendingMigrations(knex: Knex): Promise<string[]> {
  const [, pending] = await knex.migrate.list({ migrationSource: migrations })
  return pending.map(({ name }: { name: string }) => name)
}
