import { createHash } from 'node:crypto'
import type { Sql } from '../db/sql.ts'

export type DefinitionKind = 'form' | 'flow' | 'decision' | 'matter' | 'register'

/** One version of a definition as it is stored: never changed, never removed. */
export interface StoredDefinition {
  kind: DefinitionKind
  key: string
  version: number
  digest: string
  content: string
}

interface DefinitionRow {
  version: number
  digest: string
  content: string
}

/** SM3 of a definition's text, in hex. */
export function digestOf(content: string): string {
  return createHash('sm3').update(content).digest('hex')
}

/** @param version the latest when not given */
export async function findDefinition(
  sql: Sql,
  kind: DefinitionKind,
  key: string,
  version?: number,
): Promise<StoredDefinition | undefined> {
  const exact = version === undefined ? '' : ' AND version = ?'
  const row = await sql.first<DefinitionRow>(
    `SELECT version, digest, content FROM definition WHERE kind = ? AND definition_key = ?${exact}
     ORDER BY version DESC LIMIT 1`,
    version === undefined ? [kind, key] : [kind, key, version],
  )
  return row && { kind, key, ...row }
}

/** The latest version of every matter and register, whoever published it. */
export async function readLatestVersions(
  sql: Sql,
): Promise<Array<{ kind: DefinitionKind; key: string; version: number }>> {
  const rows = await sql.all<{ kind: DefinitionKind; definition_key: string; version: number }>(
    `SELECT kind, definition_key, MAX(version) AS version FROM definition WHERE kind IN ('matter', 'register')
     GROUP BY kind, definition_key ORDER BY kind, definition_key`,
  )
  return rows.map(({ kind, definition_key, version }) => ({ kind, key: definition_key, version }))
}

/** Stores a definition as a new version when its text is not that of the latest one. @returns its version now */
export async function storeDefinition(
  sql: Sql,
  definition: Pick<StoredDefinition, 'kind' | 'key' | 'content'>,
  at: string,
): Promise<number> {
  const { kind, key, content } = definition
  const digest = digestOf(content)
  const latest = await findDefinition(sql, kind, key)
  if (latest?.digest === digest) return latest.version
  const version = (latest?.version ?? 0) + 1
  await sql.run(
    'INSERT INTO definition (kind, definition_key, version, digest, content, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    [kind, key, version, digest, content, at],
  )
  return version
}
