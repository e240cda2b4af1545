import type { FlowElement } from '../../definition/process-definition.ts'
import { armEventSubProcesses, beginEventSubProcess, PROCESS } from '../event-sub-processes.ts'
import { openRound } from '../round/run-round.ts'
import type { Run } from '../run.ts'
import { subscribe } from '../subscribe.ts'
import { repeatTimer, scheduleTimer } from '../timer/schedule-timer.ts'
import type { Behavior } from './behavior.ts'

/**
 * Lets the token go on at once. The start of the process is where a case comes back to its initiator: a return opens a
 * task there, in which they fill in again, and submit, or withdraw the case for good. The start of an event sub-process
 * waits as long as the scope around it is open, and begins the sub-process whenever it happens; one of compensation waits
 * for nothing (`compensation`).
 *
 * Source: BPMN 2.0.2, clause 13.5.1 (Start Events), 13.5.4 (Event Sub-Processes).
 */
export const startEvent: Behavior = {
  handles: ['', ' message', ' timer', ' signal', ' conditional', ' error', ' escalation', ' compensate'].map(
    (kind) => `bpmn:StartEvent${kind}`,
  ),
  enter(run, _element, activationId) {
    run.leave(activationId)
  },
  reopen(run, element, activationId) {
    armEventSubProcesses(run, undefined)
    openRound(run, element, activationId, [{ people: [run.state.initiator] }], true)
  },
  attach(run, element, scope) {
    if (element.event?.kind === 'timer') scheduleTimer(run, element, scope)
    else subscribe(run, element, scope)
  },
  fired(run, element, timer) {
    if (!element.interrupting) repeatTimer(run, element, timer)
    begin(run, element, timer.activation)
  },
  delivered(run, element, { activation, kind }) {
    if (!element.interrupting) subscribe(run, element, activation, kind === 'conditional' || undefined)
    begin(run, element, activation)
  },
  caught: beginEventSubProcess,
  keeps: ({ scope }) => scope === undefined,
}

function begin(run: Run, element: FlowElement, scope: number): void {
  beginEventSubProcess(run, element, scope === PROCESS ? undefined : scope)
}
