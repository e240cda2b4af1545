import type { PeopleRule } from '../definition/approval.ts'

/** What the host hands in, so that a run replays exactly: the engine itself has no clock, ids, expressions or people. */
export interface Context {
  /** Instant of the command, ISO 8601 UTC. */
  now: string
  /** Makes a new unique id; called in a deterministic order. */
  newId(): string
  /**
   * Evaluates a FEEL expression (without `{{ }}`) over the variables in scope.
   * The host adds what else it knows (a case's form values); a missing name is null.
   */
  evaluate(expression: string, variables: Readonly<Record<string, unknown>>): unknown
  /** Adds a duration (ISO 8601) in work time to an instant; without it, work time is all time. */
  addWorkTime?(instant: string, duration: string): string
  /** Finds the people of a rule today: ids of enabled people, without doubles, in a stable order; none is `[]`. */
  people(rule: PeopleRule, query: PeopleQuery): readonly string[]
}

export interface PeopleQuery {
  elementId: string
  initiator: string
  variables: Readonly<Record<string, unknown>>
  /** The people chosen for this element by the initiator or the previous approver. */
  chosen: readonly string[]
}
