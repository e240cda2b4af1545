import type { Dialect } from './dialect.ts'

/** Every kind of database a server can run on. The driver of one is loaded when it is opened. */
export const dialects: readonly Dialect[] = [
  {
    kind: 'sqlite',
    schemes: ['sqlite'],
    open: async (options) => (await import('./sqlite.ts')).openSqlite(options),
  },
  {
    kind: 'postgres',
    schemes: ['postgres', 'postgresql'],
    open: async (options) => (await import('./postgres.ts')).openPostgres(options),
  },
  {
    kind: 'mariadb',
    schemes: ['mysql', 'mariadb'],
    open: async (options) => (await import('./mariadb.ts')).openMariadb(options),
  },
]
