import type { FlowElement, ProcessDefinition } from '../definition/process-definition.ts'
import { behaviorKey } from '../engine/behaviors/index.ts'
import type { Activation, Arrival } from '../engine/instance.ts'
import { type MigrationMapping, mapped } from './mapping.ts'
import { isJoin } from './ways.ts'

/** Two versions, and what is what in them. */
export interface Versions {
  from: ProcessDefinition
  to: ProcessDefinition
  mapping: MigrationMapping
}

/** The element in the newer version that does the same as this one: undefined when there is none, null when it is given up. */
export function twin({ from, to, mapping }: Versions, id: string): FlowElement | null | undefined {
  const found = mapped(mapping, to.elements, id)
  if (found === null || found === undefined) return found
  const [old, element] = [from.elements[id], to.elements[found]]
  const same = old && element && behaviorKey(old) === behaviorKey(element) && inTurn(old) === inTurn(element)
  return same && old.triggeredByEvent === element.triggeredByEvent ? element : undefined
}

/** Instances that run one after the other are not those that run at once. */
function inTurn({ loop }: FlowElement): boolean {
  return loop?.kind === 'multiInstance' && loop.sequential
}

/** Where a visit goes: an element that does the same, in the same scope. */
export function placeOf(
  versions: Versions,
  activation: Activation,
  activations: readonly Activation[],
): FlowElement | null | undefined {
  const element = twin(versions, activation.element)
  if (!element) return element
  if (activation.compensates !== undefined) return compensates(versions, activation, activations, element)
  return element.scope === scopeIn(versions, activation.scope, activations) ? element : undefined
}

/** What compensates runs inside the event that asked for it: it goes along when that does, and compensates the same. */
function compensates(
  versions: Versions,
  { compensates: id, element: old }: Activation,
  activations: readonly Activation[],
  element: FlowElement,
): FlowElement | undefined {
  const compensated = activations.find((one) => one.id === id)
  if (!compensated || versions.from.elements[compensated.element]?.compensatedBy !== old) return element
  return twin(versions, compensated.element)?.compensatedBy === element.id ? element : undefined
}

/** The flow along which a token goes on whose step is gone. */
export function wayOf(
  versions: Versions,
  { element, scope }: Activation,
  activations: readonly Activation[],
): string | undefined {
  const { to, mapping } = versions
  const flow = mapped(mapping, to.sequenceFlows, element)
  const source = to.elements[to.sequenceFlows[flow ?? '']?.source ?? '']
  return source && source.scope === scopeIn(versions, scope, activations) ? (flow ?? undefined) : undefined
}

/** Where a token waits: a flow into the same kind of gateway, in the same scope. One with a single branch lets it go on. */
export function placeOfArrival(
  versions: Versions,
  { flow, scope }: Arrival,
  activations: readonly Activation[],
): string | null | undefined {
  const { from, to, mapping } = versions
  const found = mapped(mapping, to.sequenceFlows, flow)
  if (found === null || found === undefined) return found
  const old = from.elements[from.sequenceFlows[flow]?.target ?? '']
  const gateway = to.elements[to.sequenceFlows[found]?.target ?? '']
  const waits = gateway?.type === old?.type && gateway?.scope === scopeIn(versions, scope, activations)
  return waits ? found : undefined
}

/** The flows of the newer version into joins of this kind in a scope. */
export function joinsInScope({ from, to }: Versions, flow: string, scope: string | undefined): string[] {
  const old = from.elements[from.sequenceFlows[flow]?.target ?? '']
  return Object.values(to.elements)
    .filter((element) => element.type === old?.type && element.scope === scope && isJoin(to, element.id))
    .flatMap(({ incoming }) => incoming)
}

/** The scope, in the newer version, of what is inside this visit; undefined at the top. */
export function scopeIn(
  versions: Versions,
  scope: number | undefined,
  activations: readonly Activation[],
): string | undefined {
  const around = activations.find(({ id }) => id === scope)
  const now = around && twin(versions, around.element)
  if (!now) return around && ''
  // What is inside a call is in the scope of the process that it calls.
  return versions.to.elements[now.starts?.[0] ?? '']?.scope ?? now.id
}

/** True when the seats of a round mean something else: those of one person of many, or those of many. */
export function seatsDiffer(old: FlowElement, element: FlowElement): boolean {
  const several = ({ approval }: FlowElement) => (approval?.round.type ?? 'single') !== 'single'
  return several(old) !== several(element)
}
