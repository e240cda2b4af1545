import type { FlowElement } from '../definition/process-definition.ts'
import { PROCESS } from './event-sub-processes.ts'
import { scheduleDue } from './round/due.ts'
import type { Run } from './run.ts'
import { subscribe } from './subscribe.ts'
import { scheduleTimer } from './timer/schedule-timer.ts'

/** What an open visit waited for under the older version: its element, and what waited on its behalf, by new ids. */
export interface Before {
  element?: FlowElement
  /** New id -> the element as it was. */
  attached: ReadonlyMap<string, FlowElement>
}

/** Elements that wait on behalf of a visit: boundary events, event sub-processes inside, events behind a gateway. */
export function attachedTo(
  { elements, sequenceFlows, eventSubProcesses }: Run['definition'],
  element: FlowElement | undefined,
): string[] {
  const inside = eventSubProcesses[element?.id ?? ''] ?? []
  if (!element) return [...inside]
  const behind =
    element.type === 'bpmn:EventBasedGateway'
      ? element.outgoing.flatMap((flow) => elements[sequenceFlows[flow]?.target ?? '']?.id ?? [])
      : []
  return [...element.boundaries, ...(element.starts ? inside : []), ...behind]
}

/**
 * Lets an open visit wait for what the newer version says: what waits already for the same goes on waiting, what is no
 * longer waited for is given up, and what is new is begun. What has happened already does not happen again.
 *
 * @param again elements whose timers are set anew
 */
export function rewait(run: Run, activationId: number, before: Before, again: ReadonlySet<string>): void {
  const element = activationId === PROCESS ? undefined : run.element(run.activation(activationId).element)
  const attached = attachedTo(run.definition, element)
  const concerned = new Set([...attached, ...(element ? [element.id] : [])])
  const dropped = giveUp(run, activationId, before, concerned, again)
  if (!hasBeenInterrupted(run, activationId)) {
    for (const id of attached) {
      const waiting = run.element(id)
      const isNew = before.attached.get(id)?.event?.kind !== waiting.event?.kind
      if (isNew || dropped.has(id) || isTimerAgain(waiting, again)) {
        run.behavior(waiting).attach?.(run, waiting, activationId)
      }
    }
  }
  if (element) waitItself(run, element, activationId, before.element, dropped, again)
}

/** Answers the elements that wait no longer for what they waited for. */
function giveUp(
  run: Run,
  activationId: number,
  { attached, element: old }: Before,
  concerned: ReadonlySet<string>,
  again: ReadonlySet<string>,
): Set<string> {
  const dropped = new Set<string>()
  const { timers, subscriptions } = run.state
  for (const { id, element } of timers.filter(({ activation }) => activation === activationId)) {
    const now = run.element(element)
    const isTimer = now.event?.kind === 'timer' || (now.approval?.due && now.approval.due.overdue !== 'none')
    if (concerned.has(element) && isTimer && !again.has(element)) continue
    run.emit({ type: 'TimerCancelled', timerId: id, elementId: element })
  }
  for (const { id, element } of subscriptions.filter(({ activation }) => activation === activationId)) {
    const [was, now] = [attached.get(element) ?? old, run.element(element)]
    if (concerned.has(element) && waitsForTheSame(was, now)) continue
    run.emit({ type: 'SubscriptionClosed', subscriptionId: id, elementId: element, delivered: false })
    dropped.add(element)
  }
  return dropped
}

/** A changed correlation key is that of the next subscription: this one keeps the key of when it began. */
function waitsForTheSame(was: FlowElement | undefined, { event: now }: FlowElement): boolean {
  const old = was?.event
  if (old?.kind === 'conditional' && now?.kind === 'conditional') return old.condition === now.condition
  if (old?.kind === 'message' && now?.kind === 'message') return old.name === now.name
  return old?.kind === 'signal' && now?.kind === 'signal' && old.name === now.name
}

function isTimerAgain({ id, event }: FlowElement, again: ReadonlySet<string>): boolean {
  return event?.kind === 'timer' && again.has(id)
}

/** An event sub-process that interrupts runs: the others of its scope wait no more. */
function hasBeenInterrupted(run: Run, activationId: number): boolean {
  return run.state.activations.some(({ element, scope, done }) => {
    const { triggeredByEvent, starts } = run.element(element)
    const interrupts = triggeredByEvent && starts?.some((id) => run.element(id).interrupting)
    return interrupts && done === undefined && (scope ?? PROCESS) === activationId
  })
}

function waitItself(
  run: Run,
  element: FlowElement,
  activationId: number,
  old: FlowElement | undefined,
  dropped: ReadonlySet<string>,
  again: ReadonlySet<string>,
): void {
  const due = ({ approval }: FlowElement) => approval?.due !== undefined && approval.due.overdue !== 'none'
  const { round } = run.activation(activationId)
  if (round && !round.resubmit && due(element) && (!old || !due(old) || again.has(element.id))) {
    scheduleDue(run, element, activationId)
  }
  if (element.attachedTo !== undefined || element.type === 'bpmn:StartEvent') return
  if (isTimerAgain(element, again)) scheduleTimer(run, element, activationId)
  const begins = element.event !== undefined && old !== undefined && old.event === undefined
  if (element.type !== 'bpmn:SendTask' && (dropped.has(element.id) || begins)) subscribe(run, element, activationId)
}
