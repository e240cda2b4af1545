import { bareIdOf, prefixIn } from '../definition/element-key.ts'
import type { Variables } from './command.ts'
import type { Activation, Arrival, Aside, Instance } from './instance.ts'

/** New id of an element or a sequence flow; null: it is gone. */
export type Names = Readonly<Record<string, string | null>>

/** Gives everything in a state the ids of another version of its flow; what is said of elements that are gone goes, too. */
export function renameAll(state: Instance, names: Names): void {
  const named = (id: string) => (Object.hasOwn(names, id) ? (names[id] ?? null) : id)
  const stays = ({ element }: { element: string }) => named(element) !== null
  const rename = <T extends { element: string }>(thing: T): T => {
    const element = named(thing.element)
    return element === null || element === thing.element ? thing : { ...thing, element }
  }
  const arrivals = (waiting: readonly Arrival[]): Arrival[] =>
    waiting.flatMap((arrival) => {
      const flow = named(arrival.flow)
      return flow === null ? [] : [{ ...arrival, flow }]
    })
  const aside = (kept: Aside): Aside => ({
    ...kept,
    activations: kept.activations.map(activation),
    arrivals: arrivals(kept.arrivals),
    restored: arrivals(kept.restored),
    scopes: kept.scopes.map(activation),
  })
  const activation = (one: Activation): Activation => ({
    ...rename(one),
    ...(one.variables && { variables: decisionsIn(one.variables, prefixIn(one.element)) }),
    ...(one.called && { called: decisionsIn(one.called, prefixInside(one.id)) }),
    ...(one.joined && { joined: arrivals(one.joined) }),
    ...(one.aside && { aside: aside(one.aside) }),
  })
  // Decisions bear the names that are drawn.
  const decisionsIn = (variables: Readonly<Variables>, prefix: string | undefined): Variables => {
    const { decisions } = variables
    if (prefix === undefined || typeof decisions !== 'object' || decisions === null) return variables
    const renamed = Object.entries(decisions).flatMap(([id, outcome]): [string, unknown][] => {
      const now = named(prefix + id)
      return now === null ? [] : [[bareIdOf(now), outcome]]
    })
    return { ...variables, decisions: Object.fromEntries(renamed) }
  }
  /** What stands before the ids in the process that an activation has called; undefined when nothing of it is remembered. */
  const prefixInside = (call: number): string | undefined => {
    const inside = everything.find(({ scope }) => scope === call)
    return inside && prefixIn(inside.key)
  }
  const everything = remembered(state.activations, state.arrivals)
  /** Names with the instances around them behind. */
  const place = (key: string): string[] => {
    const [id = '', ...instances] = key.split(' ')
    const now = named(id)
    return now === null ? [] : [[now, ...instances].join(' ')]
  }
  const keys = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(
      Object.entries(record).flatMap(([id, value]): [string, T][] => {
        const [now] = place(id)
        return now === undefined ? [] : [[now, value]]
      }),
    )

  state.activations = state.activations.map(activation)
  state.arrivals = arrivals(state.arrivals)
  state.timers = state.timers.filter(stays).map(rename)
  state.subscriptions = state.subscriptions.filter(stays).map(rename)
  state.services = state.services.filter(stays).map(rename)
  state.once = state.once.flatMap(place)
  state.visits = keys(state.visits)
  state.chosen = keys(state.chosen)
  state.variables = decisionsIn(state.variables, '')
}

/** Keys of everything that a state speaks of, each with the scope that it is in; what is kept aside as well. */
function remembered(
  activations: readonly Activation[],
  arrivals: readonly Arrival[],
): { key: string; scope: number | undefined }[] {
  return [
    ...activations.map(({ element, scope }) => ({ key: element, scope })),
    ...arrivals.map(({ flow, scope }) => ({ key: flow, scope })),
    ...activations.flatMap(({ aside }) =>
      aside ? remembered([...aside.activations, ...aside.scopes], aside.arrivals) : [],
    ),
  ]
}
