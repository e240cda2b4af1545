import type { PeopleRule, Round } from '../definition/approval.ts'
import type { ProcessDefinition } from '../definition/process-definition.ts'
import { advance } from '../engine/advance.ts'
import type { WaitKind } from '../engine/behaviors/behavior.ts'
import { behaviorOf } from '../engine/behaviors/index.ts'
import type { Command } from '../engine/command.ts'
import type { Context } from '../engine/context.ts'
import type { Event } from '../engine/event.ts'
import type { Instance } from '../engine/instance.ts'
import { isInOtherInstance } from '../engine/instances.ts'
import { openTasks } from '../engine/open-tasks.ts'
import { waitsOf } from '../engine/waits.ts'
import { FlowError, type FlowErrorCode } from '../errors.ts'
import { alternativesTo } from './alternatives.ts'

/** One step that a case stands at, or is expected to come to. */
export interface ForecastStep {
  elementId: string
  kind: WaitKind
  /** Who is asked, as the rules find them today. */
  people: readonly string[]
  /** Why they: the rules of the step, and how it is decided. */
  rules: readonly PeopleRule[]
  round?: Round
  /** `open`: it waits there now. */
  state: 'open' | 'expected'
  /** People who are not asked, and why (`self`, `repeat`). */
  skipped: readonly { person: string; why: string }[]
  /** Where the case would come instead if a gateway before this step decided otherwise. */
  alternatives: readonly string[]
  /** Why it cannot go on from here, such as `NOBODY_FOUND`. */
  problem?: FlowErrorCode
}

/** A forecast goes no further than this many commands. */
const MAX_COMMANDS = 200

export interface ForecastOptions {
  /** What somebody is assumed to decide, by element id; others approve. */
  decisions?: Readonly<Record<string, string>>
}

/**
 * Who comes next, and why: runs the same engine on a copy of the case. Everybody is assumed to approve, services to
 * succeed, messages to come and timers to fire only where nothing else is waited for. A gateway decides by what is known
 * now, and the step behind it names the alternatives. Where the flow comes round to a step again, the forecast ends.
 *
 * @returns the steps where the case stands, then those expected, in order; the last may name a problem
 */
export function forecast(
  definition: ProcessDefinition,
  instance: Instance,
  context: Context,
  { decisions = {} }: ForecastOptions = {},
): ForecastStep[] {
  const steps = waitsOf(definition, instance).map(({ elementId, kind, people }) =>
    stepAt(definition, elementId, kind, people, 'open'),
  )
  const dream: Context = { ...context, newId: dreamedIds() }
  let at = instance
  for (let count = 0; count < MAX_COMMANDS && at.status === 'running'; count += 1) {
    const command = nextCommand(definition, at, decisions)
    if (!command) break
    const next = attempt(definition, at, command, dream)
    if (next instanceof FlowError) {
      const elementId = String(next.details.elementId ?? '')
      steps.push({ ...stepAt(definition, elementId, 'user', [], 'expected'), problem: next.code })
      break
    }
    const found = stepsIn(definition, next.events)
    steps.push(...found.filter(({ elementId }) => !steps.some((step) => step.elementId === elementId)))
    if (comesRound(definition, at, next)) break
    at = next.instance
  }
  return joinSeats(steps)
}

/** True when it comes to a step again that it had left, and not to that of another instance. */
function comesRound(
  { elements }: ProcessDefinition,
  before: Instance,
  { instance: { activations }, events }: { instance: Instance; events: readonly Event[] },
): boolean {
  return events.some((event) => {
    const element = event.type === 'ElementEntered' ? elements[event.elementId] : undefined
    if (event.type !== 'ElementEntered' || !element || !behaviorOf(element)?.waits) return false
    const entered = activations.find(({ id }) => id === event.activationId)
    return before.activations.some(
      (left) =>
        left.element === event.elementId &&
        left.done !== undefined &&
        !(entered && isInOtherInstance(activations, left, entered)),
    )
  })
}

function dreamedIds(): () => string {
  let count = 0
  return () => {
    count += 1
    return `forecast-${count}`
  }
}

function attempt(definition: ProcessDefinition, instance: Instance, command: Command, context: Context) {
  try {
    return advance(definition, instance, command, context)
  } catch (error) {
    if (error instanceof FlowError) return error
    throw error
  }
}

function nextCommand(
  definition: ProcessDefinition,
  instance: Instance,
  decisions: Readonly<Record<string, string>>,
): Command | undefined {
  const [task] = openTasks(instance)
  if (task) {
    const { taskId, elementId, candidates, resubmit } = task
    const by = candidates[0] ?? instance.initiator
    const decision = resubmit ? 'submit' : (decisions[elementId] ?? favourable(definition, elementId))
    return { type: 'complete', taskId, by, decision }
  }
  const service = instance.services[0]
  if (service) return { type: 'completeService', serviceId: service.id }
  const subscription = instance.subscriptions[0]
  if (subscription) {
    const { name, key } = subscription
    return { type: 'deliverMessage', name, correlationKey: key ?? undefined }
  }
  const receive = waitsOf(definition, instance).find(({ kind }) => kind === 'receive')
  if (receive) return { type: 'trigger', elementId: receive.elementId }
  const timer = instance.timers[0]
  return timer && { type: 'fireTimer', timerId: timer.id }
}

/** Approving, or the first outcome of a step that has no approval. */
function favourable(definition: ProcessDefinition, elementId: string): string {
  const approval = definition.elements[elementId]?.approval
  return !approval || approval.actions.includes('approve') ? 'approve' : (approval.outcomes[0] ?? 'approve')
}

function stepAt(
  definition: ProcessDefinition,
  elementId: string,
  kind: WaitKind,
  people: readonly string[],
  state: ForecastStep['state'],
): ForecastStep {
  const approval = definition.elements[elementId]?.approval
  const rules = approval?.people ?? []
  return { elementId, kind, people, rules, round: approval?.round, state, skipped: [], alternatives: [] }
}

/** The steps that events lead to, each with what the gateways passed on the way could have decided instead. */
function stepsIn(definition: ProcessDefinition, events: readonly Event[]): ForecastStep[] {
  const steps: ForecastStep[] = []
  let alternatives: string[] = []
  for (const event of events) {
    if (event.type === 'SequenceFlowTaken') alternatives.push(...alternativesTo(definition, event.sequenceFlowId))
    if (event.type !== 'ElementEntered') continue
    const element = definition.elements[event.elementId]
    const kind = element && behaviorOf(element)?.waits
    if (!kind) continue
    const opened = events.find((other) => other.type === 'RoundOpened' && other.activationId === event.activationId)
    const places = opened?.type === 'RoundOpened' ? opened.places : []
    const people = places.flatMap((place) => place.people)
    steps.push({
      ...stepAt(definition, event.elementId, kind, people, 'expected'),
      skipped: events.flatMap((other) =>
        other.type === 'TaskCompleted' && other.elementId === event.elementId && other.automatic
          ? [{ person: other.by, why: other.automatic }]
          : [],
      ),
      alternatives: [...new Set(alternatives)].filter((id) => id !== event.elementId),
    })
    alternatives = []
  }
  return steps
}

/** Several tasks of one step that is open are one step. */
function joinSeats(steps: readonly ForecastStep[]): ForecastStep[] {
  const joined = new Map<string, ForecastStep>()
  for (const step of steps) {
    const before = joined.get(step.elementId)
    joined.set(step.elementId, before ? { ...before, people: [...before.people, ...step.people] } : step)
  }
  return [...joined.values()]
}
