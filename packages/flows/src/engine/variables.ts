import type { FlowElement } from '../definition/process-definition.ts'
import type { Variables } from './command.ts'
import type { Activation } from './instance.ts'
import type { State } from './state.ts'

/**
 * Variables are seen from inside out: an activation's own, those of each scope around it, then those of the process. A
 * called process sees only what it was given: its variables take the place of the process's.
 */
export interface Holder {
  /** The activation whose they are; absent: the process. */
  scope?: number
  /** They are those of the process that this activation has called. */
  called?: true
  variables: Readonly<Variables>
  /** Of a multi-instance activity: counts its instances, when somebody looks; they are seen, and never set. */
  counters?: () => Readonly<Variables>
}

/**
 * Who holds variables for an element that something happens to, nearest first; the last is the process, or the call.
 * What waits on the edge of an activity sees what is around it; the start of an event sub-process what is in its scope.
 *
 * @param activationId the visit that it belongs to; 0: the process
 */
export function holdersFor(state: State, element: FlowElement | undefined, activationId: number): Holder[] {
  const activation = state.find(activationId)
  if (!activation) return [{ variables: state.variables }]
  const visited = activation.element === element?.id
  if (!visited && element?.attachedTo !== undefined) return holdersAround(state, activation)
  if (!visited && element?.type === 'bpmn:StartEvent') return holdersInside(state, activation.id)
  return [...own(state, activation), ...holdersAround(state, activation)]
}

function holdersInside(state: State, scope: number | undefined): Holder[] {
  const activation = scope === undefined ? undefined : state.find(scope)
  if (!activation) return [{ variables: state.variables }]
  if (activation.called) return [{ scope: activation.id, called: true, variables: activation.called }]
  return [...own(state, activation), ...holdersAround(state, activation)]
}

/** What compensates sees what the activity saw that it compensates. */
function holdersAround(state: State, activation: Activation): Holder[] {
  const compensated = compensatedBy(state, activation)
  if (!compensated) return holdersInside(state, activation.scope)
  return [...own(state, compensated), ...holdersAround(state, compensated)]
}

/** The activation that this one compensates, as long as it is remembered. */
export function compensatedBy(state: State, { compensates }: Activation): Activation | undefined {
  return compensates === undefined ? undefined : state.find(compensates)
}

function own(state: State, { id, variables, plan }: Activation): Holder[] {
  if (plan) return [{ scope: id, variables: variables ?? {}, counters: () => countInstances(state, id, plan.count) }]
  return variables ? [{ scope: id, variables }] : []
}

/** Source: BPMN 2.0.2, clause 10.3.8 (Loop Characteristics), multi-instance: instance attributes. */
function countInstances({ near }: State, wholeId: number, count: number): Variables {
  const instances = near.filter(({ scope, instance }) => scope === wholeId && instance !== undefined)
  const left = instances.filter(({ done }) => done !== undefined)
  const completed = left.filter((instance) => instance.completed)
  return {
    nrOfInstances: count,
    nrOfActiveInstances: instances.length - left.length,
    nrOfCompletedInstances: completed.length,
    nrOfTerminatedInstances: left.length - completed.length,
  }
}

/** All that can be seen; of `decisions` those of every holder. */
export function visibleIn(holders: readonly Holder[]): Readonly<Variables> {
  const [only, ...others] = holders
  if (only && others.length === 0) return only.variables
  const visible: Variables = {}
  const decisions: Variables = {}
  for (const { variables, counters } of holders.toReversed()) {
    Object.assign(visible, variables, counters?.())
    if (isRecord(variables.decisions)) Object.assign(decisions, variables.decisions)
  }
  return Object.keys(decisions).length > 0 ? { ...visible, decisions } : visible
}

/** Which of the variables go where: each to the nearest holder that has its name, else to the last. */
export function portionsOf(holders: readonly Holder[], variables: Readonly<Variables>): Holder[] {
  const names = Object.keys(variables)
  const holderOf = (name: string) => holders.find((holder) => Object.hasOwn(holder.variables, name)) ?? holders.at(-1)
  return holders.flatMap((holder) => {
    const theirs = names.filter((name) => holderOf(name) === holder)
    const portion = Object.fromEntries(theirs.map((name) => [name, variables[name]]))
    return theirs.length > 0 ? [{ ...holder, variables: portion }] : []
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
