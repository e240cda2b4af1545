import type { Decision } from '../decision/decision.ts'
import type { PeopleRule } from '../definition/approval.ts'
import { bareIdOf } from '../definition/element-key.ts'
import { link } from '../definition/link.ts'
import type { ProcessDefinition } from '../definition/process-definition.ts'
import { advance } from '../engine/advance.ts'
import type { WaitKind } from '../engine/behaviors/behavior.ts'
import type { Command, Variables } from '../engine/command.ts'
import type { Context, PeopleQuery } from '../engine/context.ts'
import type { Event } from '../engine/event.ts'
import type { Instance, Timer } from '../engine/instance.ts'
import { waitsOf } from '../engine/waits.ts'
import { FlowError } from '../errors.ts'
import { allOpen, canBeCompleted } from './complete-all.ts'
import { readCommand, type SimulatorCommand } from './read-command.ts'
import { until } from './virtual-clock.ts'

/** What a line of simulation shows after a command. */
export interface SimulatorState {
  status: 'not started' | Instance['status']
  /** One entry an open task or wait. */
  waiting: { element: string; kind: WaitKind; people: readonly string[] }[]
  timers: { element: string; at: string }[]
  subscriptions: { element: string; kind: string; name: string }[]
  /** What the process was given and has set; what its steps decided is in the events. */
  variables: Variables
  /** What the command made happen. */
  events: Event[]
}

export interface SimulatorRefusal {
  error: { code: string; message: string; element?: string }
}

export interface SimulatorOptions {
  evaluate: Context['evaluate']
  /** Which of the definitions is played; the first by default. */
  processId?: string
  /** What business rule tasks decide by; without it they wait for a service. */
  decisions?: readonly Decision[]
  /** Finds people; by default every name in a rule stands for itself. */
  people?: Context['people']
}

export interface Simulator {
  /** Carries out one command of a line; a refused one leaves everything as it was. */
  send(command: unknown): SimulatorState | SimulatorRefusal
  /** The instant of the virtual clock. */
  readonly now: string
  /** What is played, with all that it calls. @throws FlowError `PROCESS_MISSING` */
  readonly definition: ProcessDefinition
}

/** How many timers one line may fire: more than that is a clock that runs away. */
const MAX_FIRED = 10_000

/** Where the virtual clock begins. */
const BEGINNING = '2026-01-01T00:00:00.000Z'

/**
 * Plays diagrams: a host with a virtual clock and ids that count, so that the same commands always give the same states.
 *
 * @param definitions the first one, or `processId`, is played; call activities find the others
 * @throws FlowError `REFERENCE_MISSING` when there is no such process
 */
export function createSimulator(definitions: readonly ProcessDefinition[], options: SimulatorOptions): Simulator {
  return new Player(definitions, options)
}

class Player implements Simulator {
  now = BEGINNING
  private instance: Instance | undefined
  private readonly chosen: ProcessDefinition
  private readonly definitions: readonly ProcessDefinition[]
  private readonly options: SimulatorOptions
  private linked: ProcessDefinition | undefined
  private ids = 0

  constructor(definitions: readonly ProcessDefinition[], options: SimulatorOptions) {
    const { processId } = options
    const chosen = definitions.find(({ id }) => processId === undefined || id === processId)
    if (!chosen) throw new FlowError('REFERENCE_MISSING', { elementId: processId })
    this.chosen = chosen
    this.definitions = definitions
    this.options = options
  }

  /** Whole, with what is called; what is missing refuses the first command. */
  get definition(): ProcessDefinition {
    this.linked ??= link(this.chosen, { processes: this.definitions, decisions: this.options.decisions })
    return this.linked
  }

  send(line: unknown): SimulatorState | SimulatorRefusal {
    const before = { now: this.now, instance: this.instance, ids: this.ids }
    try {
      return this.state(this.carryOut(readCommand(line)))
    } catch (error) {
      if (!(error instanceof FlowError)) throw error
      Object.assign(this, before)
      const { elementId } = error.details
      const element = typeof elementId === 'string' ? { element: bareIdOf(elementId) } : undefined
      return { error: { code: error.code, message: error.message, ...element } }
    }
  }

  private carryOut(command: SimulatorCommand): Event[] {
    switch (command.type) {
      case 'advanceTo':
        return this.advanceTo(command.at)
      case 'advance':
        return this.advanceTo(until(this.now, command.duration))
      case 'completeAll':
        return this.completeAll(command.decision)
      case 'flow':
        if (command.at !== undefined) this.now = command.at
        return this.step(command.toCommand({ definition: this.definition, instance: this.instance }))
    }
  }

  private step(command: Command): Event[] {
    const { instance, events } = advance(this.definition, this.instance, command, this.context())
    this.instance = instance
    return events
  }

  private context(): Context {
    return {
      now: this.now,
      newId: () => {
        this.ids += 1
        return String(this.ids)
      },
      evaluate: this.options.evaluate,
      people: this.options.people ?? everybody,
    }
  }

  /** Fires what falls due on the way, in order; what a timer sets may fall due as well. */
  private advanceTo(at: string): Event[] {
    if (at < this.now) throw new FlowError('TIME_INVALID', { time: at, reason: 'it lies before now' })
    const events: Event[] = []
    let fired = 0
    for (let timer = this.due(at); timer; timer = this.due(at)) {
      fired += 1
      if (fired > MAX_FIRED) throw new FlowError('ENDLESS_LOOP', { elementId: timer.element })
      if (timer.at > this.now) this.now = timer.at
      events.push(...this.step({ type: 'fireTimer', timerId: timer.id }))
    }
    this.now = at
    return events
  }

  /** Nothing fires while the case is suspended; it does once it is resumed. */
  private due(at: string): Timer | undefined {
    if (this.instance?.status !== 'running') return undefined
    const due = this.instance.timers.filter((timer) => timer.at <= at)
    return due.reduce<Timer | undefined>((first, timer) => (first && first.at <= timer.at ? first : timer), undefined)
  }

  /**
   * Completes every task and service that is open now, not those that open on account of it. One that is cancelled
   * meanwhile is passed over; one that waits for people who were added before it comes after them.
   */
  private completeAll(decision: string | undefined): Event[] {
    const events: Event[] = []
    const pending = allOpen({ definition: this.definition, instance: this.instance }, decision)
    for (;;) {
      const next = pending.findIndex((command) => this.instance && canBeCompleted(this.instance, command))
      const [command] = next < 0 ? [] : pending.splice(next, 1)
      if (!command) return events
      events.push(...this.step(command))
    }
  }

  private state(events: Event[]): SimulatorState {
    const { instance } = this
    if (!instance) {
      return { status: 'not started', waiting: [], timers: [], subscriptions: [], variables: {}, events }
    }
    const { decisions: _, ...variables } = instance.variables
    return {
      status: instance.status,
      waiting: waitsOf(this.definition, instance).map(({ elementId, kind, people }) => ({
        element: bareIdOf(elementId),
        kind,
        people,
      })),
      timers: instance.timers.map(({ element, at }) => ({ element: bareIdOf(element), at })),
      subscriptions: instance.subscriptions.map(({ element, kind, name }) => ({
        element: bareIdOf(element),
        kind,
        name,
      })),
      variables,
      events,
    }
  }
}

/** Nobody's directory is at hand: a name in a rule stands for itself. */
function everybody({ from, value }: PeopleRule, { initiator, chosen, variables }: PeopleQuery): readonly string[] {
  if (from === 'initiator') return [initiator]
  if (from === 'initiatorChoice' || from === 'previousChoice') return chosen
  if (from === 'leader') return [`leader of ${value === 'initiator' ? initiator : value}`]
  if (from === 'field') return [variables[value ?? ''] ?? []].flat().map(String)
  return value === undefined ? [] : [value]
}
