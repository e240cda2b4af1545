import { changeActivation, undecided } from './change.ts'
import { setDecision } from './decisions.ts'
import type { Activation, Arrival, Aside, Instance, Round } from './instance.ts'
import { insideOf, unique } from './lineage.ts'
import type { State } from './state.ts'

/**
 * The way straight back. A return that asks for it keeps what it undoes aside, at the activation that it opens anew;
 * when that one is left, all of it goes on where it stood, as descendants of the new activation.
 */

/**
 * False when what the joins among it had consumed is gone meanwhile, or a sub-process around it, or what it compensates is
 * compensated already: then it cannot go on.
 */
export function canResume(state: Pick<Instance, 'activations' | 'arrivals'>, aside: Aside): boolean {
  const waiting = [...state.arrivals]
  const tokensWait = aside.restored.every((arrival) => {
    const index = waiting.findIndex((other) => sameArrival(other, arrival))
    return index >= 0 && waiting.splice(index, 1).length > 0
  })
  const scopesOpen = aside.scopes.every(({ id }) => state.activations.some((scope) => scope.id === id && !scope.done))
  const compensated = new Set(state.activations.flatMap(({ compensates }) => compensates ?? []))
  const compensatedOnce = aside.activations.every(({ compensates = 0 }) => !compensated.has(compensates))
  return !aside.closed && tokensWait && scopesOpen && compensatedOnce
}

/** Numbers what was aside anew, after all that happened meanwhile, and puts it back. */
export function resumeAside(state: State, heir: number): void {
  const aside = state.find(heir)?.aside
  if (!aside) return
  const numbers = new Map([[aside.of, heir]])
  for (const { id } of aside.activations) {
    numbers.set(id, state.next)
    state.next += 1
  }
  const ends = state.find(heir)?.ends ?? []
  const id = (old: number) => numbers.get(old) ?? old
  // What follows an activity that is repeated descends from its instances as well: from those that were run anew.
  const from = (old: readonly number[]) =>
    unique(old.flatMap((one) => (one === aside.of ? [heir, ...ends] : [id(one)])))

  for (const arrival of aside.restored) {
    const index = state.arrivals.findIndex((other) => sameArrival(other, arrival))
    state.arrivals.splice(index, 1)
  }
  for (const { id: scope, ends: theirs, done } of aside.scopes) {
    changeActivation(state, scope, (activation) => ({ ...activation, ends: theirs && from(theirs), done }))
  }
  state.arrivals.push(...aside.arrivals.map((arrival) => renumberArrival(arrival, { id, from })))
  const resumed = aside.activations.map((activation) => renumberActivation(activation, { id, from }))
  state.activations.push(...resumed)
  for (const activation of resumed) {
    if (activation.round?.outcome) setDecision(state, activation, activation.round.outcome)
  }
  changeActivation(state, heir, ({ aside: _, ...activation }) => activation)
}

/**
 * What is kept aside of what was undone. What was inside the activation itself is run anew, not taken up again: what
 * came of that, comes of the whole.
 */
export function asideOf(root: Activation, undone: Omit<Aside, 'of' | 'outcome'>): Aside {
  const inside = insideOf(undone.activations, root.id)
  const outcome = root.round?.resubmit ? undefined : root.round?.outcome
  const aside: Aside = {
    of: root.id,
    ...(outcome !== undefined && { outcome }),
    ...undone,
    activations: undone.activations.filter(({ id }) => !inside.has(id)),
    arrivals: undone.arrivals.filter(({ scope }) => scope === undefined || (scope !== root.id && !inside.has(scope))),
  }
  if (inside.size === 0) return aside
  const id = (old: number) => (inside.has(old) ? root.id : old)
  const closed = aside.activations.some(({ compensates = 0 }) => inside.has(compensates))
  return renumberAside(closed ? { ...aside, closed } : aside, { id, from: (old) => unique(old.map(id)) })
}

interface Renumbering {
  id(old: number): number
  from(old: readonly number[]): readonly number[]
}

function renumberActivation(activation: Activation, to: Renumbering): Activation {
  return {
    ...activation,
    id: to.id(activation.id),
    from: to.from(activation.from),
    ...(activation.scope !== undefined && { scope: to.id(activation.scope) }),
    ...(activation.compensates !== undefined && { compensates: to.id(activation.compensates) }),
    ...(activation.ends && { ends: to.from(activation.ends) }),
    ...(activation.joined && { joined: activation.joined.map((arrival) => renumberArrival(arrival, to)) }),
    ...(activation.round && { round: askAgain(activation.round) }),
    ...(activation.aside && { aside: renumberAside(activation.aside, to) }),
  }
}

function renumberAside(aside: Aside, to: Renumbering): Aside {
  return {
    ...aside,
    of: to.id(aside.of),
    activations: aside.activations.map((activation) => renumberActivation(activation, to)),
    arrivals: aside.arrivals.map((arrival) => renumberArrival(arrival, to)),
    restored: aside.restored.map((arrival) => renumberArrival(arrival, to)),
    scopes: aside.scopes.map((scope) => renumberActivation(scope, to)),
  }
}

function renumberArrival(arrival: Arrival, to: Renumbering): Arrival {
  const from = to.from(arrival.from)
  return arrival.scope === undefined ? { ...arrival, from } : { ...arrival, from, scope: to.id(arrival.scope) }
}

/** Who returned the case is asked again. */
function askAgain(round: Round): Round {
  return { ...round, seats: round.seats.map((seat) => (seat.decision === 'return' ? undecided(seat) : seat)) }
}

function sameArrival(one: Arrival, other: Arrival): boolean {
  return (
    one.flow === other.flow &&
    one.scope === other.scope &&
    one.from.length === other.from.length &&
    one.from.every((id) => other.from.includes(id))
  )
}
