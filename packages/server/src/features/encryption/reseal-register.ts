import type { Database } from '../../db/database.ts'
import { sealedBy } from '../../db/vault.ts'
import type { RegisterTable } from '../registers/register-table.ts'
import { columnsOf, type RowRecord, toRow } from '../registers/row-repository.ts'
import { writtenColumns, writtenValues } from '../registers/sealed-column.ts'

const PAGE = 200

/** Seals the rows of a register that are plain, or sealed with an earlier key. @returns how many */
export async function resealRegister(db: Database, table: RegisterTable): Promise<number> {
  const sealed = table.columns.filter((column) => column.sealed)
  if (sealed.length === 0) return 0
  const [current] = table.vault.keyIds
  const isOld = (record: RowRecord) =>
    sealed.some(({ name }) => typeof record[name] === 'string' && sealedBy(record[name]) !== current)
  let count = 0
  let after = ''
  for (;;) {
    const records = await db.read.all<RowRecord>(
      `SELECT ${columnsOf(table)} FROM ${table.name} WHERE id > ? ORDER BY id LIMIT ?`,
      [after, PAGE],
    )
    const old = records.filter(isOld)
    if (old.length > 0) {
      count += await db.write(async (sql) => {
        let changed = 0
        for (const record of old) {
          const { id, version, values } = toRow(table, record)
          const set = writtenColumns(table)
            .map((name) => `${name} = ?`)
            .join(', ')
          // A row that was written meanwhile has been sealed by whoever wrote it.
          changed += await sql.run(`UPDATE ${table.name} SET ${set} WHERE id = ? AND version = ?`, [
            ...writtenValues(table, id, values),
            id,
            version,
          ])
        }
        return changed
      })
    }
    if (records.length < PAGE) return count
    after = records.at(-1)?.id ?? after
  }
}
