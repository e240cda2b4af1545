import { fromLines, toLine, wasPassed, withLines } from './behind.ts'
import type { Chosen, Variables } from './command.ts'
import { findActivation } from './find-activation.ts'
import type { Activation, Arrival, Instance, ServiceRequest, Subscription, Timer } from './instance.ts'

/**
 * An instance while a command is at work on it. Its lists are new; what is in them is never changed, only replaced, and can
 * be shared. Written out field by field, it is the same kind of object whether the host kept the instance or read it from
 * JSON.
 *
 * What lies behind is unfolded when somebody asks for all `activations`. What happens at every step asks for those that
 * are `near`, so that a step takes no longer at the end of a long flow than at its beginning.
 */
export class State implements Instance {
  readonly shape = 2
  process: string
  status: Instance['status']
  initiator: string
  next: number
  variables: Variables
  chosen: Chosen
  visits: Record<string, number>
  arrivals: Arrival[]
  timers: Timer[]
  subscriptions: Subscription[]
  services: ServiceRequest[]
  once: string[]
  /** Those that are open, and of those left what no line tells. */
  near: Activation[]
  behind: string

  constructor(instance: Instance) {
    this.process = instance.process
    this.status = instance.status
    this.initiator = instance.initiator
    this.next = instance.next
    this.variables = instance.variables
    this.chosen = instance.chosen
    this.visits = instance.visits
    this.arrivals = [...instance.arrivals]
    this.timers = [...instance.timers]
    this.subscriptions = [...instance.subscriptions]
    this.services = [...instance.services]
    this.once = instance.once
    this.near = [...instance.activations]
    this.behind = instance.behind ?? ''
  }

  /** All that are remembered, in the order of their numbers. */
  get activations(): Activation[] {
    if (this.behind !== '') {
      this.near = unfold(this.near, this.behind)
      this.behind = ''
    }
    return this.near
  }

  set activations(all: Activation[]) {
    this.near = all
    this.behind = ''
  }

  find(id: number): Activation | undefined {
    const found = findActivation(this.near, id)
    return found || id <= 0 || this.behind === '' ? found : findActivation(this.activations, id)
  }

  /** Puts another in the place of the last activation that `isMeant`, and answers it; nothing when there is none. */
  replace(
    isMeant: (activation: Activation) => boolean,
    to: (activation: Activation) => Activation,
  ): Activation | undefined {
    const list = this.near.some(isMeant) ? this.near : this.activations
    const place = list.findLastIndex(isMeant)
    const activation = list[place]
    if (!activation) return undefined
    const changed = to(activation)
    list[place] = changed
    return changed
  }

  /** True when the element was visited before this visit, as far as that is remembered. */
  isRepeated({ id, element }: Activation): boolean {
    return this.near.some((other) => other.element === element && other.id !== id) || wasPassed(this.behind, element)
  }

  toInstance(): Instance {
    const { shape, process, status, initiator, next, variables, chosen, visits } = this
    const { arrivals, timers, subscriptions, services, once } = this
    const { activations, behind } = fold(this.near, this.behind)
    return {
      shape,
      process,
      status,
      initiator,
      next,
      variables,
      chosen,
      visits,
      activations,
      arrivals,
      timers,
      subscriptions,
      services,
      once,
      behind,
    }
  }
}

/** An instance with all that it remembers among its `activations`. */
export function unfolded(instance: Instance): Instance {
  const { activations, behind = '' } = instance
  return behind === '' ? instance : { ...instance, activations: unfold(activations, behind), behind: '' }
}

/** All visits that an instance remembers, parents first: what is open, and what may still be returned to. */
export function activationsOf(instance: Instance): readonly Activation[] {
  return unfolded(instance).activations
}

function unfold(near: readonly Activation[], behind: string): Activation[] {
  return [...fromLines(behind), ...near].sort((one, other) => one.id - other.id)
}

function fold(near: Activation[], behind: string): { activations: Activation[]; behind: string } {
  const activations: Activation[] = []
  const added: { id: number; line: string }[] = []
  for (const activation of near) {
    const line = toLine(activation)
    if (line === undefined) activations.push(activation)
    else added.push({ id: activation.id, line })
  }
  return added.length === 0 ? { activations: near, behind } : { activations, behind: withLines(behind, added) }
}
