import { type FormValues, mergeValues } from '@zhupi/forms'
import type { z } from 'zod'
import { ServerError } from '../../errors.ts'
import type { Actor } from '../../http/actor.ts'
import { readCasePage, startedCasePage } from '../cases/case-page.ts'
import type { Case, ForecastStep } from '../cases/case-schema.ts'
import type { TaskCommandDeps } from '../tasks/act-on-task.ts'
import { startAccess } from '../tasks/step-access.ts'
import { type DraftRecord, deleteDraft, readDraftTimes, writeDraft } from './draft-repository.ts'
import { matterFor, previewCase, readMatterPage } from './matter-page.ts'
import type { Matter, MatterSummary, SaveDraft } from './matter-schema.ts'
import { mayApply } from './may-apply.ts'
import { prefilled } from './prefill.ts'
import { startCase } from './start-case.ts'

/** What one can apply for. Methods with a key throw ServerError `MATTER_NOT_FOUND`, and `FORBIDDEN` for who may not apply. */
export interface MatterService {
  list(actor: Actor): Promise<Array<z.input<typeof MatterSummary>>>
  read(actor: Actor, key: string): Promise<z.input<typeof Matter>>
  /** @throws ServerError `DRAFT_CHANGED` when it was saved elsewhere since it was read, `VALUES_INVALID` */
  saveDraft(actor: Actor, key: string, draft: z.output<typeof SaveDraft>): Promise<DraftRecord>
  discardDraft(actor: Actor, key: string): Promise<void>
  preview(actor: Actor, key: string, values: FormValues): Array<z.input<typeof ForecastStep>>
  /** Applies for a matter; see `startCase` for what it refuses. @returns the case's id */
  start(actor: Actor, key: string, values: FormValues, idempotencyKey?: string): Promise<string>
  /** The same. @returns the case as the initiator finds it */
  apply(actor: Actor, key: string, values: FormValues, idempotencyKey?: string): Promise<z.input<typeof Case>>
}

export function createMatterService(deps: TaskCommandDeps): MatterService {
  const { db, definitions, clock } = deps
  return {
    async list(actor) {
      const drafts = await readDraftTimes(db.read, actor.person.id)
      return definitions
        .matters()
        .filter(({ matter }) => mayApply(matter, actor))
        .map(({ matter: { key, title, description, category }, version }) => {
          return { key, title, description, category, version, draftUpdatedAt: drafts.get(key) ?? null }
        })
    },
    read: (actor, key) => readMatterPage(deps, actor, key),
    async saveDraft(actor, key, { values, version }) {
      const found = matterFor(deps, actor, key)
      const at = clock()
      const kept = mergeValues(found.form, prefilled(found, actor, at), values, startAccess(found.flow))
      if (kept.issues.length > 0) throw new ServerError('VALUES_INVALID', { issues: kept.issues })
      const draft = { version: version + 1, values: kept.values, updatedAt: at }
      const saved = await db.write((sql) => writeDraft(sql, key, actor.person.id, draft))
      if (!saved) throw new ServerError('DRAFT_CHANGED', { matter: key })
      return draft
    },
    async discardDraft(actor, key) {
      matterFor(deps, actor, key)
      await db.write((sql) => deleteDraft(sql, key, actor.person.id))
    },
    preview: (actor, key, values) => previewCase(deps, actor, key, values),
    async start(actor, key, values, idempotencyKey) {
      return (await startCase(deps, actor, key, values, idempotencyKey)).id
    },
    async apply(actor, key, values, idempotencyKey) {
      const { id, step } = await startCase(deps, actor, key, values, idempotencyKey)
      return step ? startedCasePage(deps, actor, step) : readCasePage(deps, actor, id)
    },
  }
}
