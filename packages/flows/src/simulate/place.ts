import { bareIdOf } from '../definition/element-key.ts'
import type { ProcessDefinition } from '../definition/process-definition.ts'
import type { Instance, ServiceRequest, Subscription } from '../engine/instance.ts'
import { activationsOf } from '../engine/state.ts'
import { type Wait, waitsOf } from '../engine/waits.ts'
import { FlowError, type FlowErrorCode } from '../errors.ts'
import type { Fields } from './fields.ts'

/** Where a command finds what it speaks of. */
export interface Place {
  definition: ProcessDefinition
  instance: Instance | undefined
}

/**
 * One thing that waits at an element. Of several: those of `by` where they have any, and of these the `nth`.
 *
 * @throws FlowError `TASK_NOT_FOUND`, `NOT_STARTED`, `INSTANCE_ENDED`, `INSTANCE_SUSPENDED`
 */
export function findWait(place: Place, elementId: string, fields: Fields, suits: (wait: Wait) => boolean): Wait {
  const by = fields.text('by')
  const waits = waitsOf(place.definition, running(place))
  const there = waits.filter((wait) => isAt(wait.elementId, elementId) && suits(wait))
  const theirs = there.filter(({ people }) => by === undefined || people.length === 0 || people.includes(by))
  return nthOf(theirs.length > 0 ? theirs : there, fields, 'TASK_NOT_FOUND', elementId)
}

/** @throws FlowError `SERVICE_NOT_FOUND`, and as above */
export function findService(place: Place, elementId: string, fields: Fields): ServiceRequest {
  const there = running(place).services.filter(({ element }) => isAt(element, elementId))
  return nthOf(there, fields, 'SERVICE_NOT_FOUND', elementId)
}

/** @throws FlowError `TIMER_NOT_FOUND`, and as above */
export function findTimer(place: Place, elementId: string, fields: Fields): string {
  const there = running(place).timers.filter(({ element }) => isAt(element, elementId))
  return nthOf(there, fields, 'TIMER_NOT_FOUND', elementId).id
}

/** What waits for a message; undefined when nothing does. */
export function findSubscription(
  place: Place,
  name: string,
  elementId: string | undefined,
  fields: Fields,
): Subscription | undefined {
  const there = running(place).subscriptions.filter(
    (one) => one.kind === 'message' && one.name === name && (elementId === undefined || isAt(one.element, elementId)),
  )
  return there[fields.place('nth') ?? 0]
}

/** The visit of an element that is open; undefined when there is none, since the command is refused then. */
export function findVisit({ instance }: Place, elementId: string, fields: Fields): number | undefined {
  const open = instance?.activations.filter(
    ({ element, done, instance: repeated }) => done === undefined && repeated === undefined && isAt(element, elementId),
  )
  return open?.[fields.place('nth') ?? 0]?.id
}

/**
 * A decision that was taken at an element, and by whom: the `nth` one, by default the last.
 *
 * @throws FlowError `TASK_NOT_FOUND`, and as above
 */
export function findDecided(place: Place, elementId: string, fields: Fields): { taskId: string; by: string } {
  const by = fields.text('by')
  const decided = activationsOf(running(place))
    .filter(({ element }) => isAt(element, elementId))
    .flatMap(({ round }) => round?.seats ?? [])
    .flatMap(({ task, by: decider, decision }) =>
      task !== undefined && decider !== undefined && decision !== undefined ? { taskId: task, by: decider } : [],
    )
    .filter((seat) => by === undefined || seat.by === by)
  const found = decided.at(fields.place('nth') ?? -1)
  if (!found) throw new FlowError('TASK_NOT_FOUND', { elementId })
  return found
}

/** @throws FlowError `NOT_STARTED`, `INSTANCE_ENDED`, `INSTANCE_SUSPENDED` */
export function running({ instance }: Place): Instance {
  if (!instance) throw new FlowError('NOT_STARTED')
  if (instance.status === 'suspended') throw new FlowError('INSTANCE_SUSPENDED')
  if (instance.status !== 'running') throw new FlowError('INSTANCE_ENDED', { status: instance.status })
  return instance
}

function nthOf<T>(found: readonly T[], fields: Fields, code: FlowErrorCode, elementId: string): T {
  const one = found[fields.place('nth') ?? 0]
  if (one === undefined) throw new FlowError(code, { elementId })
  return one
}

/** An element by its id as it is drawn, in whatever process and instance, or by its key. */
function isAt(key: string, elementId: string): boolean {
  return key === elementId || bareIdOf(key) === elementId
}
