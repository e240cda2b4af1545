import type { FlowElement } from './process-definition.ts'

/**
 * Which of these events catches an error or an escalation: the one that names its code, else one that takes every code.
 *
 * Source: BPMN 2.0.2, clause 10.5.4 (Intermediate Event), error: "If there is no errorCode, then any error SHALL trigger
 * the Event".
 */
export function caughtBy(
  candidates: readonly FlowElement[],
  kind: 'error' | 'escalation',
  code: string | undefined,
): FlowElement | undefined {
  let any: FlowElement | undefined
  for (const candidate of candidates) {
    const { event } = candidate
    if (event?.kind !== kind) continue
    if (event.code !== undefined && event.code === code) return candidate
    if (event.code === undefined || event.any) any ??= candidate
  }
  return any
}

/**
 * The starts of the event sub-processes in a scope that may still catch what is thrown in `inner`, which lies in that scope.
 * What an event sub-process throws goes out of the scope, never into itself; after one that interrupts no other begins.
 *
 * Source: BPMN 2.0.2, clause 13.5.4 (Event Sub-Processes); as Camunda 7 does.
 */
export function mayStillBegin(starts: readonly FlowElement[], inner: FlowElement): readonly FlowElement[] {
  if (!inner.triggeredByEvent) return starts
  const own = starts.find(({ scope }) => scope === inner.id)
  return own?.interrupting ? [] : starts.filter((start) => start !== own)
}
