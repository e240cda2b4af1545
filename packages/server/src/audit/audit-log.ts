import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { Sql } from '../db/sql.ts'
import type { Directory } from '../ports/directory/directory.ts'
import type { AuditKind, AuditObject, AuditRecord } from './audit-record.ts'
import { appendAudit } from './audit-repository.ts'

/** Who, and by which request. */
export interface AuditedRequest {
  personId: string | null
  address: string
  requestId: string
}

/** What is to be written down; by default it was done. */
export interface AuditEntry extends AuditedRequest {
  kind: AuditKind
  outcome?: AuditRecord['outcome']
  object?: AuditObject
  detail?: string
}

/** Writes the audit. */
export interface AuditLog {
  /** Writes in the caller's transaction. Call it last: the end of the chain stays locked until the transaction ends. */
  append(sql: Sql, entry: AuditEntry): Promise<void>
  /** Writes what has no transaction of its own. Resolves when it is committed; what waits together shares a transaction. */
  record(entry: AuditEntry): Promise<void>
}

export interface AuditLogDeps {
  db: Pick<Database, 'write'>
  directory: Pick<Directory, 'person' | 'unit'>
  clock: Clock
  newId(): string
}

interface Waiting {
  draft: Omit<AuditRecord, 'seq'>
  resolve(): void
  reject(error: unknown): void
}

const MAX_BATCH = 200
/** What the columns hold; more of a name or a path is not needed to find it. */
const LONGEST = 191

export function createAuditLog({ db, directory, clock, newId }: AuditLogDeps): AuditLog {
  const waiting: Waiting[] = []
  let draining = false

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MAX_BATCH)
      try {
        await db.write((sql) =>
          appendAudit(
            sql,
            batch.map(({ draft }) => draft),
          ),
        )
        for (const { resolve } of batch) resolve()
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    draining = false
  }

  function toDraft({ kind, outcome = 'done', personId, address, requestId, object, detail = '' }: AuditEntry) {
    const person = personId === null ? undefined : directory.person(personId)
    return {
      id: newId(),
      at: clock(),
      kind,
      outcome,
      personId: personId === null ? null : fitted(personId, 64),
      personName: person?.name ?? '',
      unitName: (person && directory.unit(person.unitId)?.name) ?? '',
      address: fitted(address, 64),
      objectType: object?.type ?? 'none',
      objectId: fitted(object?.id ?? '', LONGEST),
      detail: fitted(detail, LONGEST),
      requestId: fitted(requestId, 64),
    } satisfies Omit<AuditRecord, 'seq'>
  }

  return {
    append: (sql, entry) => appendAudit(sql, [toDraft(entry)]),
    record(entry) {
      return new Promise((resolve, reject) => {
        waiting.push({ draft: toDraft(entry), resolve, reject })
        if (draining) return
        draining = true
        void drain()
      })
    },
  }
}

function fitted(text: string, longest: number): string {
  return [...text].slice(0, longest).join('')
}
