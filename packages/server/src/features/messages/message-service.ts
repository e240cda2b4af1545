import { FlowError, type Variables } from '@zhupi/flows'
import type { Database } from '../../db/database.ts'
import { ServerError } from '../../errors.ts'
import type { Actor } from '../../http/actor.ts'
import { type CommandDeps, carryOut } from '../cases/case-commands.ts'
import { findCaseLocked } from '../cases/case-repository.ts'
import { doOnce } from '../cases/idempotency.ts'
import { findSubscribers, listWaitingCases, type WaitingCase } from '../cases/subscription-repository.ts'

export interface MessageDelivery {
  caseId: string
  status: string
}

export interface MessageService {
  /**
   * Gives a message to the case that waits for it.
   *
   * @throws FlowError `MESSAGE_NOT_EXPECTED` when no case waits for it under this key
   * @throws ServerError `FORBIDDEN` when a person and not a system asks, `IDEMPOTENCY_KEY_REUSED`
   */
  deliver(
    actor: Actor,
    name: string,
    message: { correlationKey: string; variables?: Variables },
    idempotencyKey?: string,
  ): Promise<MessageDelivery>
  /** The cases that wait for a message, the one that waits longest first. @throws ServerError `FORBIDDEN` */
  waiting(actor: Actor, name: string): Promise<WaitingCase[]>
}

export function createMessageService(deps: CommandDeps & { db: Database }): MessageService {
  return {
    async waiting(actor, name) {
      if (!actor.integration) throw new ServerError('FORBIDDEN')
      return listWaitingCases(deps.db.read, name)
    },
    async deliver(actor, name, { correlationKey, variables }, key) {
      if (!actor.integration) throw new ServerError('FORBIDDEN')
      const personId = actor.person.id
      const content = ['message', name, correlationKey, variables ?? null]
      return doOnce<MessageDelivery>(deps.db, { personId, key, content }, (keep) =>
        deps.db.write(async (sql) => {
          const [caseId] = await findSubscribers(sql, name, correlationKey)
          const record = caseId === undefined ? undefined : await findCaseLocked(sql, caseId)
          if (!record) throw new FlowError('MESSAGE_NOT_EXPECTED', { name, correlationKey })
          const elementId = record.instance.subscriptions.find((one) => one.name === name)?.element
          const matter = await deps.definitions.matterVersion(sql, record.matterKey, record.matterVersion)
          const step = await carryOut(deps, sql, matter, record, {
            command: { type: 'deliverMessage', name, correlationKey, ...(variables && { variables }) },
            act: { kind: 'message', personId, ...(elementId && { elementId }) },
            ...(keep && { keep: ({ record: { id, status } }) => keep({ caseId: id, status }) }),
          })
          return { caseId: step.record.id, status: step.record.status }
        }),
      )
    },
  }
}
