import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import Connection from 'better-sqlite3'
import { type Pack, pack } from 'tar-stream'
import { DATABASE_FILE } from '../runtime.ts'
import { belongs, MANIFEST, SECRET } from './archive-names.ts'
import type { Manifest } from './manifest.ts'

/**
 * Writes the data folder of an embedded database into one archive while the server goes on working. The database is copied in
 * one snapshot, and before the files: whatever it names is there when they are read.
 *
 * @param file is complete once it has its name; until then it ends in `.part`
 * @returns what is in it
 */
export async function backUp(dataFolder: string, file: string, now: string): Promise<Manifest> {
  const workplace = await mkdtemp(join(dataFolder, '.backup-'))
  const unfinished = `${file}.part`
  try {
    const snapshot = join(workplace, DATABASE_FILE)
    const source = new Connection(join(dataFolder, DATABASE_FILE), { readonly: true, fileMustExist: true })
    try {
      // A reader in WAL mode: writers go on, and what they write meanwhile is not in it.
      source.prepare('VACUUM INTO ?').run(snapshot)
    } finally {
      source.close()
    }
    const archive = pack()
    const written = pipeline(archive, createGzip({ level: 1 }), createWriteStream(unfinished, { mode: 0o600 }))
    // Its failure is the failure of whoever waits for an entry; it is looked at again at the end.
    written.catch(() => {})
    const manifest: Manifest = { format: 'zhupi-backup-1', createdAt: now, digests: {} }
    const add = async (name: string, path: string) => {
      manifest.digests[name] = await addFile(archive, name, path)
    }
    await add(DATABASE_FILE, snapshot)
    const secret = join(dataFolder, SECRET)
    if (await isFile(secret)) await add(SECRET, secret)
    for (const name of await storedFiles(dataFolder)) {
      await add(name, join(dataFolder, name)).catch(ignoreGone)
    }
    archive.entry({ name: MANIFEST, mode: 0o600 }, JSON.stringify(manifest))
    archive.finalize()
    await written
    await sync(unfinished)
    await rename(unfinished, file)
    return manifest
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  } finally {
    await rm(workplace, { recursive: true, force: true })
  }
}

/** @returns SHA-256 of its bytes */
async function addFile(archive: Pack, name: string, path: string): Promise<string> {
  const { size } = await stat(path)
  const hash = createHash('sha256')
  const source = createReadStream(path)
  source.on('data', (bytes) => hash.update(bytes))
  await pipeline(source, archive.entry({ name, size, mode: 0o600 }))
  return hash.digest('hex')
}

async function storedFiles(dataFolder: string): Promise<string[]> {
  const names = await readdir(join(dataFolder, 'files'), { recursive: true }).catch(() => [] as string[])
  return names.map((name) => `files/${name.replaceAll('\\', '/')}`).filter(belongs)
}

/** A file that was removed since the folder was read is not missed: nothing in the database names it. */
function ignoreGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  await handle.sync().finally(() => handle.close())
}
