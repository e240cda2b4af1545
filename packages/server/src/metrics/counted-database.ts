import type { Database } from '../db/database.ts'
import type { Sql } from '../db/sql.ts'

/** The same database, each statement counted; BEGIN and COMMIT are its own business. */
export function countedDatabase(db: Database, count: () => void): Database {
  return {
    ...db,
    read: counted(db.read, count),
    write: (work, lane) => db.write((sql) => work(counted(sql, count)), lane),
  }
}

function counted(sql: Sql, count: () => void): Sql {
  return {
    locking: sql.locking,
    vault: sql.vault,
    all(text, values) {
      count()
      return sql.all(text, values)
    },
    first(text, values) {
      count()
      return sql.first(text, values)
    },
    run(text, values) {
      count()
      return sql.run(text, values)
    },
    changeRow(change) {
      count()
      return sql.changeRow(change)
    },
    query(built) {
      count()
      return sql.query(built)
    },
    insertNew(table, row) {
      count()
      return sql.insertNew(table, row)
    },
  }
}
