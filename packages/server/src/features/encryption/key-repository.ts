import type { Database } from '../../db/database.ts'
import type { Sql } from '../../db/sql.ts'
import { ServerError } from '../../errors.ts'

const INDEX = 'index'

/**
 * Refuses keys that do not fit what the database holds: something is sealed with a key that is missing, or that is another one
 * under the same name. A server that started all the same would write what nobody can bring together again.
 *
 * @throws ServerError `CONFIG_INVALID` naming the key
 */
export async function checkKeys({ read }: Pick<Database, 'read'>): Promise<void> {
  const given = read.vault.checkValues()
  const rows = await read.all<{ id: string; check_value: string }>('SELECT id, check_value FROM encryption_key')
  for (const { id, check_value } of rows) {
    if (given.get(id) === check_value) continue
    const message = given.has(id)
      ? `密钥“${id}”与加密这个数据库时用的不是同一把，请换回原来的。`
      : `数据库里有用密钥“${id}”加密的内容，配置里没有这把密钥，请补上。`
    throw new ServerError('CONFIG_INVALID', { issues: [{ code: 'KEY', path: ['encryption.keys'], message }] })
  }
}

/** Whether the fingerprints in the database are made with the server's key. */
export async function hasIndex({ read }: Pick<Database, 'read'>): Promise<boolean> {
  return (await read.first('SELECT id FROM encryption_key WHERE id = ?', [INDEX])) !== undefined
}

/** Says that something may be sealed with this key from now on. */
export async function rememberKey(sql: Sql, id: string, at: string): Promise<void> {
  const check_value = sql.vault.checkValues().get(id)
  if (check_value !== undefined) await sql.insertNew('encryption_key', { id, check_value, created_at: at })
}

export function rememberIndex(sql: Sql, at: string): Promise<void> {
  return rememberKey(sql, INDEX, at)
}

/** Forgets the keys with which nothing is sealed any more. @returns their ids */
export async function forgetOldKeys(sql: Sql): Promise<string[]> {
  const current = sql.vault.keyIds[0] ?? ''
  const rows = await sql.all<{ id: string }>('SELECT id FROM encryption_key WHERE id <> ? AND id <> ?', [
    current,
    INDEX,
  ])
  for (const { id } of rows) await sql.run('DELETE FROM encryption_key WHERE id = ?', [id])
  return rows.map(({ id }) => id)
}
