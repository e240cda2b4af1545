import type { Activation, Arrival, Instance } from '../engine/instance.ts'
import { joinsInScope, placeOf, placeOfArrival, scopeIn, twin, type Versions, wayOf } from './fit.ts'
import { mapped } from './mapping.ts'
import { decision, type MigrationDecision, type MigrationProblem, problem } from './problems.ts'
import { spentTimers, type Trouble, troublesOf } from './troubles.ts'

/** What stands in the way of a state, were it moved as it is. */
export interface Findings {
  problems: MigrationProblem[]
  decisions: MigrationDecision[]
  /** Open visits, and waiting tokens, that the mapping gives up. */
  givenUp: { activations: number[]; arrivals: Arrival[] }
  /** Open visits whose step is gone, and the flow along which their token goes on. */
  passed: { activation: number; flow: string }[]
}

/** True when a state could be moved as it is, without asking and without loss. */
export function isClean({ problems, decisions, givenUp, passed }: Findings): boolean {
  return [problems, decisions, givenUp.activations, givenUp.arrivals, passed].every(({ length }) => length === 0)
}

/** Looks at every token of a state: whether it has a place, and whether they get along there. */
export function inspect(versions: Versions, state: Instance): Findings {
  const { from, to } = versions
  const findings: Findings = { problems: [], decisions: [], givenUp: { activations: [], arrivals: [] }, passed: [] }
  const open = state.activations.filter(({ done }) => done === undefined)
  const lostScopes = new Set<number>()
  for (const activation of open) {
    const { id, element, scope } = activation
    if (scope !== undefined && lostScopes.has(scope)) continue
    const place = placeOf(versions, activation, state.activations)
    const whole = from.elements[element]?.bodyOf
    if (place && !hasLostInstance(versions, state, activation)) continue
    if (activation.compensates !== undefined) {
      lostScopes.add(id)
      findings.problems.push(problem('no-place', from, element))
      continue
    }
    if (whole !== undefined && scope !== undefined) {
      // One instance is not moved otherwise than the others, and none is given up.
      lostScopes.add(scope).add(id)
      findings.problems.push(problem('scope-gone', from, whole))
      continue
    }
    const way = wayOf(versions, activation, state.activations)
    const isScope = from.elements[element]?.starts !== undefined || open.some((inner) => inner.scope === id)
    if (isScope) {
      lostScopes.add(id)
      findings.problems.push(problem('scope-gone', from, element))
    } else if (way !== undefined) findings.passed.push({ activation: id, flow: way })
    else if (place === null) findings.givenUp.activations.push(id)
    else findings.decisions.push(decision(from, element, candidatesFor(versions, state, activation)))
  }
  for (const arrival of state.arrivals) {
    if (arrival.scope !== undefined && lostScopes.has(arrival.scope)) continue
    const place = placeOfArrival(versions, arrival, state.activations)
    if (place === null) findings.givenUp.arrivals.push(arrival)
    if (place !== undefined) continue
    const flows = joinsInScope(versions, arrival.flow, scopeIn(versions, arrival.scope, state.activations))
    findings.decisions.push(decision(from, arrival.flow, [...flows, ...giveUp(state, arrival.scope)]))
  }
  findings.problems.push(...emptied(versions, state, findings.givenUp))
  if (findings.problems.length > 0 || findings.decisions.length > 0) return findings
  for (const trouble of newTroubles(versions, state)) {
    findings.problems.push(
      trouble.kind === 'starves'
        ? problem('join-starves', to, trouble.join)
        : problem('token-doubled', to, trouble.place),
    )
  }
  return findings
}

/** Instances that are over still count: their activity cannot go where they cannot. */
function hasLostInstance(versions: Versions, { activations }: Instance, { id }: Activation): boolean {
  return activations.some(
    (inner) =>
      inner.scope === id &&
      inner.instance !== undefined &&
      inner.done !== undefined &&
      !placeOf(versions, inner, activations),
  )
}

function candidatesFor(versions: Versions, state: Instance, { element, scope }: Activation): (string | null)[] {
  const around = scopeIn(versions, scope, state.activations)
  const alike = Object.values(versions.to.elements).filter(
    (candidate) =>
      candidate.scope === around && twin({ ...versions, mapping: { [element]: candidate.id } }, element) === candidate,
  )
  const onward = (versions.from.elements[element]?.incoming ?? []).flatMap((flow) => {
    const now = mapped(versions.mapping, versions.to.sequenceFlows, flow) ?? ''
    const source = versions.to.elements[versions.to.sequenceFlows[now]?.source ?? '']
    return source && source.scope === around ? [now] : []
  })
  return [...onward, ...alike.map(({ id }) => id), ...giveUp(state, scope)]
}

/** A token may be given up as long as it is not the last one there. */
function giveUp({ activations, arrivals }: Instance, scope: number | undefined): null[] {
  const open = activations.filter((one) => one.scope === scope && one.done === undefined).length
  return open + arrivals.filter((one) => one.scope === scope).length > 1 ? [null] : []
}

/** Scopes in which everything is given up: the case would end, or go on, by an omission. */
function emptied(
  { from }: Versions,
  state: Instance,
  { activations, arrivals }: Findings['givenUp'],
): MigrationProblem[] {
  const open = state.activations.filter(({ done }) => done === undefined)
  return activations.flatMap((id) => {
    const { element, scope } = state.activations.find((one) => one.id === id) ?? {}
    const left =
      open.some((other) => other.scope === scope && !activations.includes(other.id)) ||
      state.arrivals.some((other) => other.scope === scope && !arrivals.includes(other))
    return left || element === undefined ? [] : [problem('no-place', from, element)]
  })
}

/** What would go wrong under the newer version and does not under the older one. */
export function newTroubles(versions: Versions, state: Instance): Trouble[] {
  const { from, to } = versions
  const tokens = standingIn(versions, state)
  const before = new Set(
    troublesOf(
      from,
      tokens.map(({ key, old, scope, spent }) => ({ key, place: old, scope, spent })),
    ).map((trouble) =>
      trouble.kind === 'starves' ? `starves ${twin(versions, trouble.join)?.id}` : `doubles ${trouble.keys}`,
    ),
  )
  const going = tokens.flatMap(({ key, place, scope, spent }) =>
    place === undefined ? [] : [{ key, place, scope, spent: namesAfter(versions, spent) }],
  )
  return troublesOf(to, going).filter(
    (trouble) => !before.has(trouble.kind === 'starves' ? `starves ${trouble.join}` : `doubles ${trouble.keys}`),
  )
}

function namesAfter({ mapping, to }: Versions, ids: ReadonlySet<string>): Set<string> {
  return new Set([...ids].flatMap((id) => mapped(mapping, to.elements, id) ?? []))
}

/** Every token, with its place before, and after unless it is given up. */
function standingIn(
  versions: Versions,
  { activations, arrivals, timers }: Instance,
): { key: string; old: string; place: string | undefined; scope: number | undefined; spent: Set<string> }[] {
  return [
    ...activations
      .filter(({ done }) => done === undefined)
      .map((activation) => ({
        key: `a${activation.id}`,
        old: activation.element,
        place: placeOf(versions, activation, activations)?.id ?? wayOf(versions, activation, activations),
        scope: activation.scope,
        spent: spentTimers(versions.from, activation, timers),
      })),
    ...arrivals.map((arrival, index) => ({
      key: `t${index}`,
      old: arrival.flow,
      place: placeOfArrival(versions, arrival, activations) ?? undefined,
      scope: arrival.scope,
      spent: new Set<string>(),
    })),
  ]
}
