import type { DefinitionStore } from '../app-folder/definition-store.ts'
import type { Sql } from '../db/sql.ts'

/** What a service task asks for, inside the transaction of the command that led to it. */
export interface LocalCall {
  sql: Sql
  definitions: DefinitionStore
  newId: () => string
  /** Instant of the command. */
  at: string
  /** Who acted; the initiator where nobody did (a timer, a message). */
  by: string
  case: { id: string; number: string }
  elementId: string
  /** Evaluated inputs of the service task. */
  input: Readonly<Record<string, unknown>>
}

/**
 * Carries a service out in the command's transaction.
 *
 * @returns what `zhupi:output` sees as `result`
 * @throws ServerError which refuses the whole command: nothing of it is kept
 */
export type LocalService = (call: LocalCall) => Promise<Record<string, unknown>>
