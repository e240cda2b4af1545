import { advance, FlowError } from '@zhupi/flows'
import { type FormValues, mergeValues, validateValues } from '@zhupi/forms'
import type { z } from 'zod'
import type { Database } from '../../db/database.ts'
import { ServerError } from '../../errors.ts'
import type { Actor } from '../../http/actor.ts'
import type { CommandDeps } from '../cases/case-commands.ts'
import { presentForecast } from '../cases/case-forecast.ts'
import type { ForecastStep } from '../cases/case-schema.ts'
import { createFlowContext, fillText, personFacts } from '../cases/flow-context.ts'
import { presentForm } from '../cases/present-form.ts'
import { startAccess } from '../tasks/step-access.ts'
import { wholeAccess } from '../tasks/task-page.ts'
import { findDraft } from './draft-repository.ts'
import { readLimitUsages } from './limit-usages.ts'
import type { Matter } from './matter-schema.ts'
import { mayApply } from './may-apply.ts'
import { prefilled } from './prefill.ts'

export type MatterDeps = CommandDeps & { db: Database }

/** The matter in force, for somebody who may apply. @throws ServerError `MATTER_NOT_FOUND`, `FORBIDDEN` */
export function matterFor({ definitions }: Pick<MatterDeps, 'definitions'>, actor: Actor, key: string) {
  const found = definitions.matter(key)
  if (!mayApply(found.matter, actor)) throw new ServerError('FORBIDDEN', { matter: key })
  return found
}

/** All that the apply page needs. @throws ServerError `MATTER_NOT_FOUND`, `FORBIDDEN` */
export async function readMatterPage(deps: MatterDeps, actor: Actor, key: string): Promise<z.input<typeof Matter>> {
  const { db, definitions, clock } = deps
  const found = matterFor(deps, actor, key)
  const { matter, form, flow, version } = found
  const at = clock()
  const values = prefilled(found, actor, at)
  const draft = await findDraft(db.read, key, actor.person.id)
  const initiator = personFacts(actor.person, actor.unit)
  const known = { ...values, ...draft?.values }
  return {
    key,
    title: matter.title,
    description: matter.description,
    category: matter.category,
    version,
    draftUpdatedAt: draft?.updatedAt ?? null,
    form: presentForm(form),
    access: wholeAccess(form, startAccess(flow)),
    values,
    draft: draft ?? null,
    limits: await readLimitUsages(db.read, definitions, found, { values: known, initiator, at }),
    owners: Object.fromEntries(
      Object.entries(matter.owners).map(([field, text]) => [field, fillText(text, { ...known, initiator }, at)]),
    ),
    deadline: matter.deadline,
  }
}

/** Who would decide if these values were submitted; nobody where the flow cannot begin with them. Nothing is kept. */
export function previewCase(
  deps: MatterDeps,
  actor: Actor,
  key: string,
  incoming: FormValues,
): Array<z.input<typeof ForecastStep>> {
  const { directory, calendar, clock, newId } = deps
  const found = matterFor(deps, actor, key)
  const at = clock()
  const access = startAccess(found.flow)
  const merged = mergeValues(found.form, prefilled(found, actor, at), incoming, access)
  const { values } = validateValues(found.form, merged.values, { access, now: at, complete: false })
  const scope = { id: 'preview', number: '', values, initiatorId: actor.person.id }
  const context = createFlowContext(scope, { directory, calendar, at, newId })
  const variables = { caseId: scope.id, caseNumber: scope.number }
  try {
    const { instance } = advance(found.flow, undefined, { type: 'start', by: actor.person.id, variables }, context)
    // It is not begun: nothing stands open.
    return presentForecast(found, instance, context, directory).map((step) => ({ ...step, state: 'expected' }))
  } catch (error) {
    if (error instanceof FlowError) return []
    throw error
  }
}
