import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import Connection from 'better-sqlite3'
import { extract } from 'tar-stream'
import { DATABASE_FILE } from '../runtime.ts'
import { belongs, MANIFEST } from './archive-names.ts'
import { Manifest } from './manifest.ts'

/** Why a backup is not taken back. Nothing has been changed. */
export class RestoreRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'RestoreRefused'
  }
}

/**
 * Makes a data folder from a backup. It is checked beside its place, byte by byte, and moved there whole or not at all.
 *
 * @throws RestoreRefused where there is data already, or the archive is incomplete, damaged or none of ours
 */
export async function restore(file: string, dataFolder: string): Promise<Manifest> {
  const target = resolve(dataFolder)
  if (existsSync(join(target, DATABASE_FILE))) {
    throw new RestoreRefused(`${target} already holds data. Name an empty folder by --data, or move it away first.`)
  }
  await mkdir(dirname(target), { recursive: true })
  const workplace = await mkdtemp(`${target}.restore-`)
  try {
    const digests = await unpack(file, workplace)
    const manifest = await readManifest(workplace)
    for (const [name, digest] of Object.entries(manifest.digests)) {
      if (digests.get(name) !== digest)
        throw new RestoreRefused(`${name} is not what was backed up: the file is damaged.`)
    }
    for (const name of digests.keys()) {
      if (name !== MANIFEST && !Object.hasOwn(manifest.digests, name))
        throw new RestoreRefused(`${name} was added later.`)
    }
    checkDatabase(join(workplace, DATABASE_FILE))
    await rm(join(workplace, MANIFEST))
    await moveInto(workplace, target)
    return manifest
  } finally {
    await rm(workplace, { recursive: true, force: true })
  }
}

async function unpack(file: string, folder: string): Promise<Map<string, string>> {
  const digests = new Map<string, string>()
  const entries = extract()
  const read = pipeline(createReadStream(file), createGunzip(), entries)
  // Its failure is the failure of the loop, which ends with it.
  read.catch(() => {})
  try {
    for await (const entry of entries) {
      const { name, type } = entry.header
      if (type !== 'file' || !belongs(name)) throw new RestoreRefused(`${name} does not belong into a backup.`)
      const path = join(folder, name)
      await mkdir(dirname(path), { recursive: true })
      const hash = createHash('sha256')
      entry.on('data', (bytes) => hash.update(bytes as Buffer))
      await pipeline(entry, createWriteStream(path, { mode: 0o600, flags: 'wx' }))
      digests.set(name, hash.digest('hex'))
    }
    await read
  } catch (cause) {
    if (cause instanceof RestoreRefused) throw cause
    throw new RestoreRefused(`${file} cannot be read as a backup.`, { cause })
  }
  return digests
}

async function readManifest(folder: string): Promise<Manifest> {
  try {
    return Manifest.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')))
  } catch (cause) {
    throw new RestoreRefused('The backup is not complete: it has no list of what is in it.', { cause })
  }
}

function checkDatabase(file: string): void {
  const database = new Connection(file, { readonly: true, fileMustExist: true })
  try {
    const found = database.pragma('integrity_check', { simple: true })
    if (found !== 'ok') throw new RestoreRefused(`The database is damaged: ${String(found)}`)
  } finally {
    database.close()
  }
}

/** An empty folder may stand there already: a volume, for instance. */
async function moveInto(workplace: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true })
  for (const name of ['files', 'secret', DATABASE_FILE]) {
    const from = join(workplace, name)
    if (existsSync(from)) await rename(from, join(target, name))
  }
}
