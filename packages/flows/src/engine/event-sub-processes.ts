import type { FlowElement } from '../definition/process-definition.ts'
import { cancelWaits } from './cancel-waits.ts'
import type { Run } from './run.ts'

/** Stands for the process itself where an activation is asked for: its event sub-processes wait on its account. */
export const PROCESS = 0

/** The start events of the event sub-processes in a scope. */
export function eventSubProcesses(run: Run, scope: number | undefined): FlowElement[] {
  const around = scope === undefined ? undefined : run.activation(scope).element
  return (run.definition.eventSubProcesses[around ?? ''] ?? []).map((id) => run.element(id))
}

/** Lets the event sub-processes of a scope wait for their start; those that wait already are left alone. */
export function armEventSubProcesses(run: Run, scope: number | undefined): void {
  for (const start of eventSubProcesses(run, scope)) {
    const { timers, subscriptions } = run.state
    const waits = ({ activation, element }: { activation: number; element: string }) =>
      activation === (scope ?? PROCESS) && element === start.id
    if (!timers.some(waits) && !subscriptions.some(waits)) run.behavior(start).attach?.(run, start, scope ?? PROCESS)
  }
}

/** Begins an event sub-process; one that interrupts ends everything else in its scope, other event sub-processes too. */
export function beginEventSubProcess(run: Run, start: FlowElement, scope: number | undefined): void {
  const subProcess = run.element(start.scope ?? '')
  if (start.interrupting) {
    run.interruptInside(scope)
    const starts = new Set(eventSubProcesses(run, scope).map(({ id }) => id))
    cancelWaits(run, scope ?? PROCESS, 'interrupted', starts)
  }
  const from = scope === undefined ? firstActivation(run) : [scope]
  const activationId = run.open(subProcess, { from, scope })
  run.attach(activationId)
  run.send({ element: start.id, from: [activationId], scope: activationId })
}

/** At the top, what an event sub-process does is undone by a return to the initiator. */
function firstActivation(run: Run): number[] {
  const start = run.state.activations.findLast(({ element }) => run.definition.starts.includes(element))
  return start ? [start.id] : []
}
