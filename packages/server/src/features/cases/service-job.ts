import type { Command } from '@zhupi/flows'
import type { Sql } from '../../db/sql.ts'
import { ServerError } from '../../errors.ts'
import type { Job, JobHandler } from '../../jobs/job.ts'
import { callWebhook, type Fetch } from '../../services/webhook-call.ts'
import { type CommandDeps, carryOut } from './case-commands.ts'
import { findCaseLocked } from './case-repository.ts'
import { jobAfterPause } from './suspended-job.ts'

export interface ServiceJobDeps extends CommandDeps {
  /** Hosts that `webhook.call` may post to: `oa.example.gov.cn`, `10.1.2.3:8080`. */
  webhookHosts: readonly string[]
  send?: Fetch
}

interface ServicePayload {
  serviceId: string
  service: string
  input: Readonly<Record<string, unknown>>
}

/** Carries out the services that reach outside; the flow goes on with the result in the transaction that ends the job. */
export function serviceJobs(deps: ServiceJobDeps): JobHandler {
  return {
    kind: 'service',
    async run(job) {
      const { serviceId, service, input } = job.payload as unknown as ServicePayload
      if (service !== 'webhook.call') throw new ServerError('SERVICE_UNKNOWN', { service })
      const result = await callWebhook(input, {
        key: `service:${serviceId}`,
        hosts: deps.webhookHosts,
        send: deps.send ?? fetch,
      })
      return (sql) => goOn(deps, sql, job, { type: 'completeService', serviceId, result })
    },
    giveUp(job, error) {
      const { serviceId } = job.payload as unknown as ServicePayload
      const failure = { type: 'failService', serviceId, error: { message: error.message }, final: true } as const
      return (sql) => goOn(deps, sql, job, failure)
    },
  }
}

async function goOn(
  deps: ServiceJobDeps,
  sql: Sql,
  job: Job,
  command: Extract<Command, { serviceId: string }>,
): Promise<void> {
  const record = job.caseId === null ? undefined : await findCaseLocked(sql, job.caseId)
  const service = record?.instance.services.find(({ id }) => id === command.serviceId)
  if (!record || !service) return
  if (record.status === 'suspended') {
    await deps.jobs.add(sql, [jobAfterPause(job, { now: deps.clock(), newId: deps.newId })])
    return
  }
  const matter = await deps.definitions.matterVersion(sql, record.matterKey, record.matterVersion)
  const kind = command.type === 'completeService' ? 'service' : 'incident'
  await carryOut(deps, sql, matter, record, { command, act: { kind, elementId: service.element } })
}
