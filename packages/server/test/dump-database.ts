import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { DatabaseKind } from '../src/db/database.ts'

/** Everything that a database holds: the bytes of SQLite's file and its log, else what the tool of a backup writes. */
export async function dumpDatabase(kind: DatabaseKind, url: string): Promise<Buffer> {
  if (kind === 'postgres') return output('pg_dump', ['--format=plain', withoutOptions(url)])
  if (kind === 'mariadb') return output('mariadb-dump', mariadbArguments(url))
  const file = url.slice('sqlite:'.length)
  const log = await readFile(`${file}-wal`).catch(() => Buffer.alloc(0))
  return Buffer.concat([await readFile(file), log])
}

/** A URL as the tools of PostgreSQL take it. */
export function withoutOptions(url: string): string {
  const plain = new URL(url)
  plain.search = ''
  return plain.href
}

export function mariadbArguments(url: string): string[] {
  const { hostname, port, username, password, pathname } = new URL(url)
  const secret = password ? [`--password=${decodeURIComponent(password)}`] : []
  return [
    `--host=${hostname}`,
    `--port=${port || 3306}`,
    `--user=${username}`,
    ...secret,
    '--single-transaction',
    pathname.slice(1),
  ]
}

/** What a program writes. @throws Error with what it complains of */
export function output(program: string, args: readonly string[], input?: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args)
    const parts: Buffer[] = []
    let complaint = ''
    child.stdout.on('data', (part: Buffer) => parts.push(part))
    child.stderr.on('data', (part: Buffer) => {
      complaint += part
    })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve(Buffer.concat(parts)) : reject(new Error(complaint))))
    child.stdin.end(input)
  })
}
