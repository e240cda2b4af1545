import { advance, type Command, type Context, type Event, type Instance } from '@zhupi/flows'
import type { DefinitionStore, MatterVersion } from '../../app-folder/definition-store.ts'
import type { Sql } from '../../db/sql.ts'
import { ServerError } from '../../errors.ts'
import type { Job } from '../../jobs/job.ts'
import { isLocal, LOCAL_SERVICES } from '../../services/local-services.ts'
import { isServiceType } from '../../services/service-types.ts'

type ServiceRequest = Extract<Event, { type: 'ServiceRequested' }>

/** More services than this in one command: the diagram runs in a circle through them. */
const MAX_SERVICES = 100

export interface CommandRun {
  sql: Sql
  definitions: DefinitionStore
  matter: MatterVersion
  case: { id: string; number: string }
  context: Context
  /** Who acts; the initiator where nobody does. */
  by: string
}

/**
 * One command and all that follows from it inside the transaction: a local service that the flow comes to is carried out,
 * and the flow goes on with its result. A service that refuses (a limit is reached) refuses the command.
 *
 * @returns the instance, the events of the command and of what followed, and the jobs of the other services
 */
export async function runCommand(
  run: CommandRun,
  before: Instance | undefined,
  command: Command,
): Promise<{ instance: Instance; events: Event[]; jobs: Job[] }> {
  const { flow } = run.matter
  let { instance, events } = advance(flow, before, command, run.context)
  const all = [...events]
  const jobs: Job[] = []
  const asked = events.filter(isRequest)
  for (let served = 0; ; served += 1) {
    const request = asked.shift()
    if (!request) return { instance, events: all, jobs }
    if (served >= MAX_SERVICES) throw new ServerError('SERVICE_FAILED', { elementId: request.elementId })
    if (!instance.services.some(({ id }) => id === request.serviceId)) continue
    if (!isLocal(request.service)) {
      jobs.push(serviceJob(run, request))
      continue
    }
    const result = await LOCAL_SERVICES[request.service](toCall(run, request))
    const next = advance(flow, instance, { type: 'completeService', serviceId: request.serviceId, result }, run.context)
    instance = next.instance
    events = next.events
    all.push(...events)
    asked.push(...events.filter(isRequest))
  }
}

function isRequest(event: Event): event is ServiceRequest {
  return event.type === 'ServiceRequested'
}

function toCall({ sql, definitions, case: one, context, by }: CommandRun, { elementId, input }: ServiceRequest) {
  return { sql, definitions, newId: context.newId, at: context.now, by, case: one, elementId, input }
}

function serviceJob({ matter, case: one, context }: CommandRun, request: ServiceRequest): Job {
  const { serviceId, elementId, service, input } = request
  if (!isServiceType(service)) {
    throw new ServerError('SERVICE_UNKNOWN', { detail: `步骤 ${elementId} 要求的服务“${service}”不存在。`, elementId })
  }
  return {
    id: context.newId(),
    kind: 'service',
    key: `service:${serviceId}`,
    caseId: one.id,
    payload: { serviceId, service, input },
    runAt: context.now,
    attempts: 0,
    maxAttempts: 1 + (matter.flow.elements[elementId]?.service?.retries ?? 0),
  }
}
