import type { MigrationMapping } from '@zhupi/flows'
import type { MatterVersion } from '../../app-folder/definition-store.ts'
import type { Sql } from '../../db/sql.ts'
import { type CommandDeps, carryOut } from '../cases/case-commands.ts'
import type { CaseRecord } from '../cases/case-record.ts'
import { nameOfElement } from '../cases/element-name.ts'
import { moveOpenTasks } from '../tasks/task-repository.ts'

/** From which version to which, and which element is which. */
export interface CaseMove {
  from: MatterVersion
  to: MatterVersion
  mapping: MigrationMapping
  by: string
  reason: string
}

/**
 * Moves one case to another version of its matter in the caller's transaction: its state, its open tasks and a record in its
 * history. From then on the form of that version is shown and filled.
 *
 * @returns the case's new version
 * @throws FlowError `MIGRATION_REFUSED`, `NOBODY_FOUND`, `TIME_INVALID`; ServerError `CASE_CHANGED`
 */
export async function moveCase(
  deps: CommandDeps,
  sql: Sql,
  record: CaseRecord,
  { from, to, mapping, by, reason }: CaseMove,
): Promise<number> {
  await moveOpenTasks(sql, record.id, (elementId) => {
    const now = mapping[elementId] ?? elementId
    return to.flow.elements[now] ? { id: now, name: nameOfElement(to.flow, now) } : undefined
  })
  const step = await carryOut(deps, sql, to, record, {
    command: { type: 'migrate', by, from: from.flow, mapping },
    act: { kind: 'migrated', personId: by, toName: `v${from.version} → v${to.version}`, opinion: reason },
  })
  return step.record.version
}
