import type { Chosen, Variables } from './command.ts'
import type { EndStatus } from './event.ts'

/**
 * All that is to be remembered of one run: small plain JSON. Treat it as a closed box and read it with `openTasks`,
 * `returnTargets` and the others; the host stores it whole after every command.
 */
export interface Instance {
  /** Version of this shape: 1 had no `behind`, and is read as well. */
  shape: 1 | 2
  /** Id of the process definition. */
  process: string
  status: 'running' | 'suspended' | EndStatus
  initiator: string
  /** Number of the next activation. */
  next: number
  variables: Variables
  /** Element id -> people chosen for it. */
  chosen: Chosen
  /**
   * Element id, and the instances around it -> the number of the last round opened there, of those that an undo took
   * away; see `lastRoundNumber`.
   */
  visits: Record<string, number>
  /**
   * Open ones, and of those left only what a return, a withdrawal or a join may still need; parents first. Those that a line
   * tells are in `behind`: `activationsOf` gives all.
   */
  activations: Activation[]
  /** Tokens that wait before a join. */
  arrivals: Arrival[]
  timers: Timer[]
  subscriptions: Subscription[]
  services: ServiceRequest[]
  /** Elements of services that are carried out only once and were, each with the instances around it. */
  once: string[]
  /** Visits that were left, a line each; absent or empty: none. */
  behind?: string
}

/**
 * One visit of a token to an element. `from` are the activations whose completion led here: the lineage along which a
 * return undoes. An activation that is left and forgotten hands its own `from` to its children, so descent stays true.
 */
export interface Activation {
  id: number
  element: string
  from: readonly number[]
  /** The activation of the sub-process around it; absent at the top. */
  scope?: number
  /** Left, when the activation of this number was the next one; absent while open. */
  done?: number
  /** Its own: seen by itself and by what is inside. */
  variables?: Readonly<Variables>
  /** A call activity: the variables of the called process, which sees no others. */
  called?: Readonly<Variables>
  /** Which of them it has set since it was called. */
  changed?: readonly string[]
  /** A multi-instance activity: how many instances it has, and the collection that they run on. */
  plan?: { count: number; items?: readonly unknown[] }
  /** What a marker repeats: which instance this is, 1 first; whether it was completed by itself, and what it gave. */
  instance?: number
  completed?: true
  output?: unknown
  round?: Round
  /** Opened anew by a return, so that decisions before it no longer speak for the people here. */
  anew?: true
  /** It compensates this activation, which is thereby compensated for good. */
  compensates?: number
  /** A join: the tokens it consumed. */
  joined?: readonly Arrival[]
  /** A sub-process: where its tokens ended; absent until the first did. */
  ends?: readonly number[]
  /** A sub-process that was ended from outside or by a terminate event: nothing inside can be returned to. */
  cut?: true
  /** Opened by a return that goes straight back: what was undone, to be taken up again when this one is left. */
  aside?: Aside
}

/** A run of a user task: its seats, and its outcome once it is closed. */
export interface Round {
  id: string
  number: number
  seats: readonly Seat[]
  outcome?: string
  /** The start event's round after a return to the initiator. */
  resubmit?: true
}

/** One person's place in a round, or that of several candidates of whom one decides. No people: anybody may. */
export interface Seat {
  people: readonly string[]
  weight?: number
  /** The task that was opened for it, open or completed. */
  task?: string
  by?: string
  decision?: string
  /** Why it is decided without asking: `self`, `repeat`, `overdue`. */
  automatic?: string
  /** Added by the person of another seat: asked before them, after them, or beside them. */
  added?: { to: number; how: 'before' | 'after' | 'beside' }
  /** Added, and taken away again: counts no more. */
  removed?: true
  /** Delegated by this person, to whom it comes back for the decision. */
  owner?: string
}

/** A token that waits at the end of a sequence flow. */
export interface Arrival {
  flow: string
  from: readonly number[]
  scope?: number
}

export interface Aside {
  /** It compensates an instance that is run anew: it cannot go on. */
  closed?: true
  /** The activation that was opened anew: what is aside descends from it. */
  of: number
  /** What was decided there. */
  outcome?: string
  activations: readonly Activation[]
  /** Tokens that waited and descend from it. */
  arrivals: readonly Arrival[]
  /** Tokens that do not descend from it and that joins, now aside, had consumed: they wait again meanwhile. */
  restored: readonly Arrival[]
  /** Sub-processes around it that had been left. */
  scopes: readonly Activation[]
}

export interface Timer {
  id: string
  /** The activation that it belongs to (0: the process), and the element that happens: its own, or one on its edge or inside. */
  activation: number
  element: string
  /** Instant, ISO 8601 UTC. */
  at: string
  /** Of a cycle: how often it fires after this, and every how long (ISO 8601). */
  left?: number
  every?: string
}

export interface Subscription {
  id: string
  activation: number
  element: string
  kind: 'message' | 'signal' | 'conditional'
  /** Of a condition: its FEEL. */
  name: string
  key: string | null
  /** A condition that has happened and still holds: it happens again only after it did not. */
  held?: true
}

export interface ServiceRequest {
  id: string
  activation: number
  element: string
  /** Why it failed for good; absent while it is being carried out. */
  incident?: string
}
