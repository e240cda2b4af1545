import type { PeopleRule, Round } from '../definition/approval.ts'
import type { ProcessDefinition } from '../definition/process-definition.ts'
import { advance } from '../engine/advance.ts'
import type { WaitKind } from '../engine/behaviors/behavior.ts'
import { behaviorOf } from '../engine/behaviors/index.ts'
import type { Command } from '../engine/command.ts'
import type { Context } from '../engine/context.ts'
import type { Event } from '../engine/event.ts'
import { findActivation } from '../engine/find-activation.ts'
import type { Instance } from '../engine/instance.ts'
import { placeKey } from '../engine/instances.ts'
import { type Wait, waitsOf } from '../engine/waits.ts'
import { FlowError, type FlowErrorCode } from '../errors.ts'
import { alternativesTo, alternativesToInstance } from './alternatives.ts'
import { type Assumed, assumeNext } from './assume.ts'
import { firstWaits } from './first-waits.ts'
import { mayHappenAt, type PossibleEvent } from './may-happen.ts'

/** One step that a case stands at, or is expected to come to. */
export interface ForecastStep {
  elementId: string
  kind: WaitKind
  /** Who is asked and has not decided, as the rules find them today. */
  people: readonly string[]
  /** Why they: the rules of the step, and how it is decided. */
  rules: readonly PeopleRule[]
  round?: Round
  /** `open`: it waits there now. */
  state: 'open' | 'expected'
  /** People who are not asked, and why (`self`, `repeat`). */
  skipped: readonly { person: string; why: string }[]
  /** Of a timer: when it is due, ISO 8601 UTC. */
  at?: string
  /** Where the case would come instead if a gateway before this step decided otherwise. */
  alternatives: readonly string[]
  /** Where it may come from here, while by what is known now nothing follows: another way of a gateway, a condition. */
  otherwise: readonly string[]
  /** What may happen meanwhile: events on the edge of the step and of what is around it, and where they lead. */
  mayHappen: readonly PossibleEvent[]
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
 * succeed, messages and signals to come, and timers to fire only where nothing else is waited for. A gateway decides by
 * what is known now, and the step behind it names the alternatives. Where a branch comes round to a step again it is
 * followed no further, nor where the engine refuses to go on; the others are. A suspended case is taken as resumed.
 *
 * @returns the steps where the case stands, then those expected, in order
 */
export function forecast(
  definition: ProcessDefinition,
  instance: Instance,
  context: Context,
  { decisions = {} }: ForecastOptions = {},
): ForecastStep[] {
  if (instance.status !== 'running' && instance.status !== 'suspended') return []
  return new Dream(definition, { ...instance, status: 'running' }, context, decisions).steps()
}

/** The case as it may go on. */
class Dream {
  private readonly definition: ProcessDefinition
  private readonly decisions: Readonly<Record<string, string>>
  private readonly found = new Map<string, ForecastStep>()
  /** Where it has been, and in which visit last: what comes to one of these again is followed no further. */
  private readonly visits = new Map<string, number>()
  /** Waits that are not answered: of an activation, or one event behind its gateway. */
  private readonly parked = new Set<string>()
  private instance: Instance
  private context: Context

  constructor(
    definition: ProcessDefinition,
    instance: Instance,
    context: Context,
    decisions: Readonly<Record<string, string>>,
  ) {
    this.definition = definition
    this.instance = instance
    this.context = { ...context, newId: dreamedIds() }
    this.decisions = decisions
  }

  steps(): ForecastStep[] {
    const open = waitsOf(this.definition, this.instance)
    for (const wait of open) this.add(this.stepOf(wait, 'open'))
    for (const wait of open) this.visit(wait, 'open')
    for (let count = 0; count < MAX_COMMANDS && this.instance.status === 'running'; count += 1) {
      const waits = waitsOf(this.definition, this.instance).filter((wait) => !this.parked.has(nameOf(wait)))
      const assumed = assumeNext(this.definition, this.instance, waits, this.decisions)
      if (!assumed) break
      this.follow(assumed)
    }
    return [...this.found.values()]
  }

  private follow({ wait, command, at }: Assumed): void {
    if (at !== undefined && at > this.context.now) this.context = { ...this.context, now: at }
    const before = this.instance
    const next = attempt(this.definition, before, command, this.context)
    if (next instanceof FlowError) {
      this.refused(wait, next)
      return
    }
    this.instance = next.instance
    const left = this.addEntered(next.events)
    const news = waitsOf(this.definition, next.instance).filter(({ activationId }) => activationId >= before.next)
    for (const arrived of news) this.add(this.stepOf(arrived, 'expected'))
    for (const arrived of news) this.visit(arrived, 'expected')
    if (left.length > 0) this.change(wait.elementId, (step) => ({ ...step, otherwise: union(step.otherwise, left) }))
  }

  /** The engine does not go on from here: the step that it could not enter says why, or the one before it. */
  private refused(wait: Wait, { code, details }: FlowError): void {
    this.parked.add(nameOf(wait))
    const elementId = String(details.elementId ?? wait.elementId)
    const kind = this.kindOf(elementId)
    if (kind && !this.found.has(elementId)) this.add(this.emptyStep(elementId, kind, 'expected'))
    this.change(kind ? elementId : wait.elementId, (step) => ({ ...step, problem: code }))
    const ways = firstWaits(this.definition, { left: [wait.elementId] })
    this.change(wait.elementId, (step) => ({ ...step, otherwise: union(step.otherwise, ways) }))
  }

  /**
   * Adds the steps that events lead to, also those passed at once, each with what the gateways on the way could have
   * decided instead.
   *
   * @returns what gateways could have decided that led to no step
   */
  private addEntered(events: readonly Event[]): string[] {
    let alternatives: string[] = []
    for (const event of events) {
      if (event.type === 'SequenceFlowTaken')
        alternatives.push(...alternativesTo(this.definition, event.sequenceFlowId))
      else alternatives.push(...alternativesToInstance(this.definition, event))
      if (event.type !== 'ElementEntered') continue
      const kind = this.kindOf(event.elementId)
      if (!kind) continue
      const ways = union([], alternatives).filter((id) => id !== event.elementId)
      const skipped = skippedIn(events, event.elementId)
      const asked = placesIn(events, event.activationId).filter(
        (person) => !skipped.some((other) => other.person === person),
      )
      this.add({
        ...this.emptyStep(event.elementId, kind, 'expected'),
        people: asked,
        skipped,
        alternatives: ways,
      })
      alternatives = []
    }
    return union([], alternatives)
  }

  /** Several visits of one step are one step: people and ways are joined. */
  private add(step: ForecastStep): void {
    const known = this.found.get(step.elementId)
    if (!known) {
      this.found.set(step.elementId, step)
      return
    }
    this.found.set(step.elementId, {
      ...known,
      ...(known.at === undefined && step.at !== undefined && { at: step.at }),
      people: union(known.people, step.people),
      skipped: known.skipped.length > 0 ? known.skipped : step.skipped,
      alternatives: union(known.alternatives, step.alternatives),
    })
  }

  private change(elementId: string, to: (step: ForecastStep) => ForecastStep): void {
    const known = this.found.get(elementId)
    if (known) this.found.set(elementId, to(known))
  }

  private visit(wait: Wait, state: ForecastStep['state']): void {
    const { activationId, elementId } = wait
    const activation = findActivation(this.instance.activations, activationId)
    const key = activation && `${placeKey(this.instance.activations, activation)} ${elementId}`
    if (key === undefined || this.visits.get(key) === activationId) return
    if (state === 'expected' && this.visits.has(key)) this.parked.add(nameOf(wait))
    this.visits.set(key, activationId)
  }

  private kindOf(elementId: string): WaitKind | undefined {
    const element = this.definition.elements[elementId]
    return element && behaviorOf(element)?.waits
  }

  private stepOf({ elementId, kind, activationId, people }: Wait, state: ForecastStep['state']): ForecastStep {
    const { activations, timers } = this.instance
    const activation = findActivation(activations, activationId)
    const waiting = activation?.round?.seats.filter(({ decision, removed }) => decision === undefined && !removed)
    const at = timers.find((timer) => timer.activation === activationId && timer.element === elementId)?.at
    return {
      ...this.emptyStep(elementId, kind, state),
      // What is delegated comes back to who delegated it.
      people: union([], waiting?.flatMap(({ people, owner = [] }) => [people, owner].flat()) ?? people),
      ...(at !== undefined && { at }),
      // Nobody knows when a condition will hold; and by another decision than before the way straight back is closed.
      otherwise: kind === 'conditional' || activation?.aside ? firstWaits(this.definition, { left: [elementId] }) : [],
    }
  }

  private emptyStep(elementId: string, kind: WaitKind, state: ForecastStep['state']): ForecastStep {
    const approval = this.definition.elements[elementId]?.approval
    return {
      elementId,
      kind,
      people: [],
      rules: approval?.people ?? [],
      round: approval?.round,
      state,
      skipped: [],
      alternatives: [],
      otherwise: [],
      mayHappen: mayHappenAt(this.definition, elementId, this.instance.timers),
    }
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

function dreamedIds(): () => string {
  let count = 0
  return () => {
    count += 1
    return `forecast-${count}`
  }
}

function nameOf({ activationId, elementId }: Wait): string {
  return `${activationId} ${elementId}`
}

function skippedIn(events: readonly Event[], elementId: string): { person: string; why: string }[] {
  return events.flatMap((event) =>
    event.type === 'TaskCompleted' && event.elementId === elementId && event.automatic
      ? [{ person: event.by, why: event.automatic }]
      : [],
  )
}

function placesIn(events: readonly Event[], activationId: number): string[] {
  const opened = events.find((event) => event.type === 'RoundOpened' && event.activationId === activationId)
  return opened?.type === 'RoundOpened' ? opened.places.flatMap(({ people }) => people) : []
}

function union(some: readonly string[], others: readonly string[]): string[] {
  return [...new Set([...some, ...others])]
}
