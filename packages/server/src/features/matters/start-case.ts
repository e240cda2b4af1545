import type { FormValues } from '@zhupi/forms'
import { together } from '../../db/together.ts'
import { ServerError } from '../../errors.ts'
import type { Actor } from '../../http/actor.ts'
import { nextNumber } from '../../services/numbering.ts'
import { type CaseStep, carryOut, type NewCase } from '../cases/case-commands.ts'
import { fillIn } from '../cases/fill-in.ts'
import { GENESIS } from '../cases/history-chain.ts'
import { doOnce } from '../cases/idempotency.ts'
import type { TaskCommandDeps } from '../tasks/act-on-task.ts'
import { startAccess } from '../tasks/step-access.ts'
import { deleteDraft } from './draft-repository.ts'
import { mayApply } from './may-apply.ts'
import { prefilled } from './prefill.ts'

export interface StartedCase {
  id: string
  step?: CaseStep
}

/**
 * Applies for a matter: checks the values, gives the case its number, starts the flow and throws the draft away, in one
 * transaction.
 *
 * @returns the case's id, and what was written: absent where a repeat found the case there
 * @throws ServerError `MATTER_NOT_FOUND`, `FORBIDDEN`, `VALUES_INVALID`, `IDEMPOTENCY_KEY_REUSED`
 * @throws FlowError what the engine refuses (`NOBODY_FOUND`, …)
 */
export async function startCase(
  deps: TaskCommandDeps,
  actor: Actor,
  matterKey: string,
  values: FormValues,
  idempotencyKey?: string,
): Promise<StartedCase> {
  const matter = deps.definitions.matter(matterKey)
  if (!mayApply(matter.matter, actor)) throw new ServerError('FORBIDDEN', { matter: matterKey })
  const request = { personId: actor.person.id, key: idempotencyKey, content: ['start', matterKey, values] }
  const steps = new Map<string, CaseStep>()
  const id = await doOnce<string>(deps.db, request, async (keep) => {
    const at = deps.clock()
    const initial = prefilled(matter, actor, at)
    const access = startAccess(matter.flow)
    const { values: checked = initial } = fillIn(matter.form, initial, values, { access, at, complete: true })
    // From its number on, every other application for the matter waits for this one's COMMIT.
    return deps.db.write(async (sql) => {
      const { person, unit } = actor
      const id = deps.newId()
      const draftGone = deleteDraft(sql, matterKey, person.id)
      const numbered = nextNumber(sql, `matter:${matterKey}`, matter.matter.numbering, at)
      await together([draftGone, numbered])
      const number = await numbered
      const fresh: NewCase = {
        id,
        number,
        matterKey,
        matterTitle: matter.matter.title,
        matterVersion: matter.version,
        status: 'running',
        version: 0,
        round: 1,
        title: '',
        digest: '',
        initiatorId: person.id,
        initiatorName: person.name,
        initiatorUnit: unit.name,
        values: checked,
        opinions: [],
        startedAt: at,
        endedAt: null,
        updatedAt: at,
        head: GENESIS,
      }
      const variables = { caseId: id, caseNumber: number }
      const step = await carryOut(deps, sql, matter, fresh, {
        command: { type: 'start', by: person.id, variables },
        act: { kind: 'started', personId: person.id, decision: 'submit' },
        values: checked,
        ...(keep && { keep: () => keep(id) }),
      })
      steps.set(id, step)
      return id
    }, `matter:${matterKey}`)
  })
  return { id, step: steps.get(id) }
}
