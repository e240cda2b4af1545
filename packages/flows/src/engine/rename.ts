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
    ...(one.joined && { joined: arrivals(one.joined) }),
    ...(one.aside && { aside: aside(one.aside) }),
  })
  const keys = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(
      Object.entries(record).flatMap(([id, value]): [string, T][] => {
        const now = named(id)
        return now === null ? [] : [[now, value]]
      }),
    )

  state.activations = state.activations.map(activation)
  state.arrivals = arrivals(state.arrivals)
  state.timers = state.timers.filter(stays).map(rename)
  state.subscriptions = state.subscriptions.filter(stays).map(rename)
  state.services = state.services.filter(stays).map(rename)
  state.once = state.once.flatMap((id) => named(id) ?? [])
  state.visits = keys(state.visits)
  state.chosen = keys(state.chosen)
  const { decisions } = state.variables
  if (typeof decisions === 'object' && decisions !== null) {
    state.variables = { ...state.variables, decisions: keys({ ...decisions }) }
  }
}
