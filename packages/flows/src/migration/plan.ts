import type { ProcessDefinition } from '../definition/process-definition.ts'
import { canResume, resumeAside } from '../engine/aside.ts'
import type { Activation, Aside, Instance } from '../engine/instance.ts'
import { State } from '../engine/state.ts'
import { seatsDiffer, twin, type Versions } from './fit.ts'
import { lostHistory } from './history.ts'
import { type Findings, inspect, isClean } from './inspect.ts'
import type { MigrationMapping } from './mapping.ts'
import { type MigrationDecision, type MigrationProblem, problem } from './problems.ts'
import { freshTimers } from './troubles.ts'

/** What a migration does to the state, besides the names. */
export interface Move {
  verdict: 'moves'
  givenUp: Findings['givenUp']
  passed: Findings['passed']
  /** Left visits that nothing can return to any more. */
  forgotten: number[]
  /** Open visits that a return opened and whose way straight back closes. */
  closed: number[]
}

export type Plan =
  | Move
  | { verdict: 'needs-decision'; decisions: MigrationDecision[] }
  | { verdict: 'cannot'; problems: MigrationProblem[] }

export function planMigration(
  from: ProcessDefinition,
  to: ProcessDefinition,
  mapping: MigrationMapping,
  instance: Instance,
): Plan {
  const versions = { from, to, mapping }
  const wrong = checkVersions(versions, instance)
  if (wrong.length > 0) return { verdict: 'cannot', problems: wrong }
  const { problems, decisions, givenUp, passed } = inspect(versions, instance)
  if (problems.length > 0) return { verdict: 'cannot', problems }
  if (decisions.length > 0) return { verdict: 'needs-decision', decisions: onceEach(decisions) }
  const going = without(instance, givenUp, passed)
  const forgotten = lostHistory(versions, going)
  const closed = going.activations.filter((activation) => !keepsAside(versions, going, activation, forgotten))
  return { verdict: 'moves', givenUp, passed, forgotten, closed: closed.map(({ id }) => id) }
}

/** What is left of the state once what has no place has left it. */
function without(
  instance: Instance,
  { activations, arrivals }: Findings['givenUp'],
  passed: Findings['passed'],
): Instance {
  const gone = [...activations, ...passed.map(({ activation }) => activation)]
  return {
    ...instance,
    activations: instance.activations.filter(({ id }) => !gone.includes(id)),
    arrivals: instance.arrivals.filter((arrival) => !arrivals.includes(arrival)),
  }
}

function onceEach(decisions: readonly MigrationDecision[]): MigrationDecision[] {
  return [...new Map(decisions.map((one) => [one.id, one])).values()]
}

function checkVersions({ from, to, mapping }: Versions, { status, process }: Instance): MigrationProblem[] {
  if (status !== 'running' && status !== 'suspended') return [problem('ended', from, process)]
  if (process !== from.id) return [problem('other-process', from, process)]
  const isPair = (old: string, now: string | null) =>
    (['elements', 'sequenceFlows'] as const).some(
      (things) => Object.hasOwn(from[things], old) && (now === null || Object.hasOwn(to[things], now)),
    ) ||
    // A step that is gone may be passed along a flow.
    (now !== null && Object.hasOwn(from.elements, old) && Object.hasOwn(to.sequenceFlows, now))
  return Object.entries(mapping).flatMap(([old, now]) =>
    isPair(old, now) ? [] : [problem('mapping-invalid', from, old)],
  )
}

/**
 * What a return put aside comes back as it was, or not at all: it stays when the state that it leads to could be moved
 * itself, without loss.
 */
function keepsAside(versions: Versions, instance: Instance, heir: Activation, forgotten: readonly number[]): boolean {
  const { aside } = heir
  if (!aside) return true
  const inside = insideOf(aside)
  if (!inside.every((activation) => keepsSeats(versions, activation))) return false
  // A way back that is closed already stays so: nothing comes of it.
  if (!canResume(instance, aside)) return inside.every(({ element }) => twin(versions, element))
  const resumed = new State({
    ...instance,
    activations: instance.activations.map((one) => (one.id === heir.id ? { ...one, done: instance.next } : one)),
  })
  resumeAside(resumed, heir.id)
  const resumedNow = resumed.activations.filter(({ id }) => id >= instance.next)
  resumed.timers = [...instance.timers, ...freshTimers(versions.from, resumedNow)]
  const findings = inspect(versions, resumed)
  const lost = lostHistory(versions, resumed).filter((id) => id >= instance.next || !forgotten.includes(id))
  // What comes back may have put something aside itself.
  return (
    lost.length === 0 && isClean(findings) && resumedNow.every((one) => keepsAside(versions, resumed, one, forgotten))
  )
}

function insideOf({ activations, scopes }: Aside): Activation[] {
  return [...activations, ...scopes].flatMap((activation) => [
    activation,
    ...(activation.aside ? insideOf(activation.aside) : []),
  ])
}

function keepsSeats(versions: Versions, { element, round }: Activation): boolean {
  const [old, now] = [versions.from.elements[element], twin(versions, element)]
  return !round || (old !== undefined && now !== undefined && now !== null && !seatsDiffer(old, now))
}
