import type { Activation, Arrival, Instance } from './instance.ts'

/** Activations that descend from `root`, without itself. Parents always stand before their children. */
export function descendantsOf(activations: readonly Activation[], root: number): Set<number> {
  const found = new Set<number>()
  for (const { id, from } of activations) {
    if (from.some((parent) => parent === root || found.has(parent))) found.add(id)
  }
  return found
}

/** Activations inside the scope of `root`, at any depth. */
export function insideOf(activations: readonly Activation[], root: number): Set<number> {
  const found = new Set<number>()
  for (const { id, scope } of activations) {
    if (scope !== undefined && (scope === root || found.has(scope))) found.add(id)
  }
  return found
}

/** Activations that led to `id`, without itself. */
export function ancestorsOf(activations: readonly Activation[], id: number): Set<number> {
  const found = new Set<number>([id])
  for (let index = activations.length - 1; index >= 0; index -= 1) {
    const activation = activations[index]
    if (activation && found.has(activation.id)) for (const parent of activation.from) found.add(parent)
  }
  found.delete(id)
  return found
}

/**
 * Undoes what happened because `root` was left: its descendants go, tokens of its lineage too; tokens that a join among
 * them had consumed and that have another lineage wait again; sub-processes that were left on account of it open again.
 * The one primitive of return, withdraw and jump.
 */
export function undoLineage(state: Instance, root: number): Undone {
  const gone = descendantsOf(state.activations, root)
  const isGone = (from: readonly number[]) => from.some((parent) => parent === root || gone.has(parent))

  const activations = state.activations.filter(({ id }) => gone.has(id))
  const arrivals = state.arrivals.filter(({ from }) => isGone(from))
  const restored = activations.flatMap(({ joined }) => joined?.filter(({ from }) => !isGone(from)) ?? [])
  // What is undone may itself be a sub-process: that one is opened anew, not again.
  const scopes = state.activations.filter(
    ({ id, ends }) => id !== root && !gone.has(id) && ends !== undefined && isGone(ends),
  )
  const reopened = new Set(scopes.map(({ id }) => id))

  state.arrivals = [...state.arrivals.filter((arrival) => !arrivals.includes(arrival)), ...restored]
  state.activations = state.activations
    .filter(({ id }) => !gone.has(id))
    .map((activation) =>
      scopes.includes(activation) ? reopenScope(activation, (end) => isGone([end]) || reopened.has(end)) : activation,
    )
    .map((activation) =>
      activation.compensates !== undefined && reopened.has(activation.compensates)
        ? uncompensate(activation)
        : activation,
    )
  return { activations, arrivals, restored, scopes: scopes.filter(({ done }) => done !== undefined) }
}

/** What was compensated is open again: it is compensated anew once it is complete anew. */
export function uncompensate({ compensates: _, ...compensation }: Activation): Activation {
  return compensation
}

interface Undone {
  activations: Activation[]
  arrivals: Arrival[]
  restored: Arrival[]
  /** Sub-processes as they were when they had been left. */
  scopes: Activation[]
}

function reopenScope({ done: _, ...scope }: Activation, isGone: (end: number) => boolean): Activation {
  return { ...scope, ends: scope.ends?.filter((end) => !isGone(end)) }
}

/**
 * Forgets activations that nothing can be returned to any more; what descended from them now descends from where they
 * came from. Joins whose tokens thereby come from the same place can only be undone whole, and are forgotten with them.
 */
export function forget(state: Instance, ids: ReadonlySet<number>): void {
  const heirs = new Map<number, readonly number[]>()
  const anew = new Set<number>()
  const resolve = (from: readonly number[]): readonly number[] =>
    from.some((id) => heirs.has(id)) ? unique(from.flatMap((id) => heirs.get(id) ?? [id])) : from
  const resolveArrivals = (arrivals: readonly Arrival[]) =>
    arrivals.map((arrival) => ({ ...arrival, from: resolve(arrival.from) }))
  const resolveActivation = (activation: Activation): Activation => ({
    ...activation,
    ...(activation.from.some((id) => anew.has(id)) && { anew: true }),
    from: resolve(activation.from),
    ...(activation.joined && { joined: resolveArrivals(activation.joined) }),
    ...(activation.ends && { ends: resolve(activation.ends) }),
    ...(activation.aside && {
      aside: {
        ...activation.aside,
        activations: activation.aside.activations.map(resolveActivation),
        arrivals: resolveArrivals(activation.aside.arrivals),
        restored: resolveArrivals(activation.aside.restored),
        scopes: activation.aside.scopes.map(resolveActivation),
      },
    }),
  })

  const kept: Activation[] = []
  for (const activation of state.activations) {
    const resolved = resolveActivation(activation)
    const whole = resolved.done !== undefined && resolved.joined !== undefined && sameLineage(resolved.joined)
    if (!ids.has(activation.id) && !whole) {
      kept.push(resolved)
      continue
    }
    heirs.set(activation.id, resolved.from)
    if (resolved.anew) anew.add(activation.id)
  }
  // Where tokens inside a scope ended stands behind it.
  state.activations = kept.map((one) => (one.ends || one.aside ? resolveActivation(one) : one))
  state.arrivals = resolveArrivals(state.arrivals)
}

/** True when no undo can take one of these tokens and leave another. */
export function sameLineage(arrivals: readonly Arrival[]): boolean {
  const [first, ...rest] = arrivals.map(({ from }) => from)
  return rest.every((from) => from.length === first?.length && from.every((id) => first.includes(id)))
}

export function unique(ids: readonly number[]): number[] {
  return ids.length < 2 ? [...ids] : [...new Set(ids)]
}
