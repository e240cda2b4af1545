import type { z } from 'zod'
import type { DefinitionStore } from '../../app-folder/definition-store.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../http/actor.ts'
import type { Directory } from '../../ports/directory/directory.ts'
import type { TaskRecord } from '../tasks/task-record.ts'
import { readOpenTasks } from '../tasks/task-repository.ts'
import { caseActions } from './case-actions.ts'
import type { CaseStep } from './case-commands.ts'
import { type CaseForReader, caseForReader, readCaseFor } from './case-for-reader.ts'
import { presentCase } from './case-presenter.ts'
import type { Case } from './case-schema.ts'
import type { LinkedRecord } from './history-chain.ts'
import { readHistory } from './history-repository.ts'
import { jumpTargets } from './jump-targets.ts'
import { migrateTarget } from './migrate-target.ts'

export interface CasePageDeps {
  db: Pick<Database, 'read'>
  definitions: DefinitionStore
  directory: Directory
}

/** A case with its form, history and tasks, as its reader may see it. @throws ServerError `CASE_NOT_FOUND` */
export async function readCasePage(deps: CasePageDeps, actor: Actor, caseId: string): Promise<z.input<typeof Case>> {
  const { db, definitions } = deps
  const found = await readCaseFor(db.read, definitions, actor, caseId)
  const history = await readHistory(db.read, caseId)
  return page(deps, actor, found, history, await readOpenTasks(db.read, caseId))
}

/** The same page right after the command that started the case: all of it was just written, so nothing is read. */
export function startedCasePage(
  deps: Omit<CasePageDeps, 'db'>,
  actor: Actor,
  { record, matter, records, effects }: CaseStep,
): z.input<typeof Case> {
  const { id } = actor.person
  const found = caseForReader(deps.definitions, actor, record, matter, {
    steps: effects.tasks.filter(({ personId }) => personId === id).map(({ elementId }) => elementId),
    copies: effects.copies.filter(({ personId }) => personId === id).map(({ elementId }) => elementId),
  })
  const open = effects.tasks.filter(({ state }) => state === 'open')
  return page(deps, actor, found, records, open.sort(byIdAndPerson))
}

/** As the database sorts what came at the same instant. */
function byIdAndPerson(one: TaskRecord, other: TaskRecord): number {
  return `${one.id} ${one.personId}` < `${other.id} ${other.personId}` ? -1 : 1
}

function page(
  { definitions, directory }: Pick<CasePageDeps, 'definitions' | 'directory'>,
  actor: Actor,
  found: CaseForReader,
  history: readonly LinkedRecord[],
  openTasks: readonly TaskRecord[],
) {
  const actions = caseActions(found, actor)
  const jump = actions.includes('jump') ? jumpTargets(found) : null
  const migrate = migrateTarget(definitions, found, actor)
  return presentCase({ ...found, history, openTasks, actions, jump, migrate }, actor.person.id, directory)
}
