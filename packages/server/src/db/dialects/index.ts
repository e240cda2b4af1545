import type { Dialect } from './dialect.ts'
import { mariadb } from './mariadb.ts'
import { postgres } from './postgres.ts'
import { sqlite } from './sqlite.ts'

/** Every kind of database a server can run on. */
export const dialects: readonly Dialect[] = [sqlite, postgres, mariadb]
