import { createHash } from 'node:crypto'
import type { Sql } from '../db/sql.ts'

/** What administrators edit. */
export type DefinitionKind = 'form' | 'flow' | 'matter' | 'register'

/** Decisions and the directory come from the folder of an application only. */
export type StoredKind = DefinitionKind | 'decision' | 'directory'

/** One version of a definition as it is stored: never changed, never removed. */
export interface StoredDefinition<K extends StoredKind = DefinitionKind> {
  kind: K
  key: string
  version: number
  digest: string
  content: string
  createdAt: string
  /** Person id; null when it was read from the application's folder. */
  publishedBy: string | null
  /** What was said of it when it was published. */
  note: string | null
}

interface DefinitionRow<K extends StoredKind> {
  kind: K
  definition_key: string
  version: number
  digest: string
  content: string
  created_at: string
  published_by: string | null
  note: string | null
}

const COLUMNS = 'kind, definition_key, version, digest, content, created_at, published_by, note'

/** SM3 of a definition's text, in hex. */
export function digestOf(content: string): string {
  return createHash('sm3').update(content).digest('hex')
}

/** @param version the latest when not given */
export async function findDefinition<K extends StoredKind>(
  sql: Sql,
  kind: K,
  key: string,
  version?: number,
): Promise<StoredDefinition<K> | undefined> {
  const exact = version === undefined ? '' : ' AND version = ?'
  const row = await sql.first<DefinitionRow<K>>(
    `SELECT ${COLUMNS} FROM definition WHERE kind = ? AND definition_key = ?${exact}
     ORDER BY version DESC LIMIT 1`,
    version === undefined ? [kind, key] : [kind, key, version],
  )
  return row && toStored(row)
}

/** What is said of the versions of a definition, the newest first, without their texts. */
export async function readVersionHeads(
  sql: Sql,
  kind: DefinitionKind,
  key: string,
  limit: number,
): Promise<Array<Pick<StoredDefinition, 'version' | 'createdAt' | 'publishedBy' | 'note'>>> {
  const rows = await sql.all<Pick<DefinitionRow<DefinitionKind>, 'version' | 'created_at' | 'published_by' | 'note'>>(
    `SELECT version, created_at, published_by, note FROM definition WHERE kind = ? AND definition_key = ?
     ORDER BY version DESC LIMIT ?`,
    [kind, key, limit],
  )
  return rows.map(({ created_at, published_by, ...row }) => {
    return { ...row, createdAt: created_at, publishedBy: published_by }
  })
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

/** The latest version of every definition of a kind, whole, in the order of their keys. */
export async function readLatestDefinitions<K extends StoredKind>(sql: Sql, kind: K): Promise<StoredDefinition<K>[]> {
  const rows = await sql.all<DefinitionRow<K>>(
    `SELECT ${COLUMNS} FROM definition d WHERE kind = ? AND version =
       (SELECT MAX(version) FROM definition e WHERE e.kind = d.kind AND e.definition_key = d.definition_key)
     ORDER BY definition_key`,
    [kind],
  )
  return rows.map(toStored)
}

export interface NewDefinition {
  kind: StoredKind
  key: string
  content: string
  publishedBy?: string
  note?: string
}

/** Stores a definition as a new version when its text is not that of the latest one. @returns its version now */
export async function storeDefinition(sql: Sql, definition: NewDefinition, at: string): Promise<number> {
  const { kind, key, content, publishedBy = null, note = null } = definition
  const digest = digestOf(content)
  const latest = await findDefinition(sql, kind, key)
  if (latest?.digest === digest) return latest.version
  const version = (latest?.version ?? 0) + 1
  await sql.run(`INSERT INTO definition (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, [
    kind,
    key,
    version,
    digest,
    content,
    at,
    publishedBy,
    note,
  ])
  return version
}

/** Stores what the application's folder says, unless an administrator has published since: that wins over the folder. */
export async function seedDefinition(sql: Sql, definition: NewDefinition, at: string): Promise<number> {
  const latest = await findDefinition(sql, definition.kind, definition.key)
  return latest?.publishedBy ? latest.version : storeDefinition(sql, definition, at)
}

function toStored<K extends StoredKind>({
  definition_key,
  created_at,
  published_by,
  ...row
}: DefinitionRow<K>): StoredDefinition<K> {
  return { ...row, key: definition_key, createdAt: created_at, publishedBy: published_by }
}
