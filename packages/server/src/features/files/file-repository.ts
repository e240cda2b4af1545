import type { Database } from '../../db/database.ts'

/** A stored file without its bytes. */
export interface FileRecord {
  id: string
  name: string
  /** Bytes. */
  size: number
  /** Media type by the bytes. */
  type: string
  /** Digest of the bytes, hexadecimal (GB/T 32905). */
  sm3: string
  ownerId: string
  createdAt: string
}

interface FileRow {
  id: string
  name: string
  size: number
  type: string
  sm3: string
  owner_id: string
  created_at: string
}

/** What is known about files (table `stored_file`). */
export function createFileRepository(database: Pick<Database, 'read' | 'write'>) {
  return {
    async find(id: string): Promise<FileRecord | undefined> {
      const row = await database.read.first<FileRow>(
        'select id, name, size, type, sm3, owner_id, created_at from stored_file where id = ? and name <> ?',
        // Of a removed file the name is gone.
        [id, ''],
      )
      return row && toRecord(row)
    },
    insert(file: FileRecord): Promise<void> {
      return database.write(async (sql) => {
        await sql.run(
          'insert into stored_file (id, name, size, type, sm3, owner_id, created_at) values (?, ?, ?, ?, ?, ?, ?)',
          [file.id, file.name, file.size, file.type, file.sm3, file.ownerId, file.createdAt],
        )
      })
    },
  }
}

export type FileRepository = ReturnType<typeof createFileRepository>

function toRecord({ id, name, size, type, sm3, owner_id, created_at }: FileRow): FileRecord {
  return { id, name, size, type, sm3, ownerId: owner_id, createdAt: created_at }
}
