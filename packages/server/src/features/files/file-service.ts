import { createHash } from 'node:crypto'
import type { Clock } from '../../clock.ts'
import { ServerError } from '../../errors.ts'
import type { Actor } from '../../http/actor.ts'
import type { Upload } from '../../http/upload.ts'
import type { FileStore } from '../../ports/files/file-store.ts'
import type { FileRecord, FileRepository } from './file-repository.ts'

export interface FileServiceDeps {
  files: FileRepository
  store: FileStore
  /** True when the person may read a case whose values or opinions hold the file. */
  usedInReadableCase(actor: Actor, fileId: string): Promise<boolean>
  clock: Clock
  newId(): string
}

/** Files that people attach: photos, signatures, proofs. */
export function createFileService({ files, store, usedInReadableCase, clock, newId }: FileServiceDeps) {
  return {
    async store(actor: Actor, { name, type, bytes }: Upload): Promise<FileRecord> {
      const file: FileRecord = {
        id: newId(),
        name,
        size: bytes.length,
        type,
        sm3: digest(bytes),
        ownerId: actor.person.id,
        createdAt: clock(),
      }
      await store.write(file.id, bytes)
      try {
        await files.insert(file)
      } catch (error) {
        await store.remove(file.id)
        throw error
      }
      return file
    },

    /** @throws ServerError `FILE_NOT_FOUND` when there is none the person may see, `FILE_DAMAGED` when its bytes have changed */
    async read(actor: Actor, id: string): Promise<{ file: FileRecord; bytes: Buffer }> {
      const file = await files.find(id)
      const visible = file && (file.ownerId === actor.person.id || (await usedInReadableCase(actor, id)))
      if (!visible) throw new ServerError('FILE_NOT_FOUND')
      return { file, bytes: await undamaged(file) }
    },

    async isOwner(id: string, personId: string): Promise<boolean> {
      return (await files.find(id))?.ownerId === personId
    },

    /** A file for a case that names it, whoever reads the case. @throws ServerError `FILE_DAMAGED` */
    async readForCase(id: string): Promise<{ type: string; bytes: Buffer } | undefined> {
      const file = await files.find(id)
      return file && { type: file.type, bytes: await undamaged(file) }
    },
  }

  async function undamaged({ id, sm3 }: FileRecord): Promise<Buffer> {
    const bytes = await store.read(id)
    if (!bytes || digest(bytes) !== sm3) throw new ServerError('FILE_DAMAGED', { fileId: id })
    return bytes
  }
}

export type FileService = ReturnType<typeof createFileService>

function digest(bytes: Buffer): string {
  return createHash('sm3').update(bytes).digest('hex')
}
