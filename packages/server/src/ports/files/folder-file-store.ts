import { access, constants, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileStore } from './file-store.ts'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Files in a folder, spread over 256 sub-folders by the end of their id (its beginning is the time). An id that is no
 * UUID has no file: a path never comes from a request.
 */
export function createFolderFileStore(folder: string): FileStore {
  function place(id: string) {
    const shard = join(folder, id.slice(-2))
    return { shard, file: join(shard, id) }
  }

  return {
    async write(id, bytes) {
      if (!ID.test(id)) throw new TypeError(`Not the id of a file: ${JSON.stringify(id)}`)
      const { shard, file } = place(id)
      await mkdir(shard, { recursive: true })
      const unfinished = `${file}.part`
      await writeThrough(unfinished, bytes)
      await rename(unfinished, file)
      await syncFolder(shard)
    },
    async read(id) {
      if (!ID.test(id)) return undefined
      try {
        return await readFile(place(id).file)
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
        throw error
      }
    },
    async remove(id) {
      if (ID.test(id)) await rm(place(id).file, { force: true })
    },
    async probe() {
      await mkdir(folder, { recursive: true })
      await access(folder, constants.R_OK | constants.W_OK)
    },
  }
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'w')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The name of a file is on the disk when its folder is. Windows cannot open a folder and needs not. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
