import type { FlowElement } from '../../definition/process-definition.ts'
import { FlowError } from '../../errors.ts'
import type { Run } from '../run.ts'
import { addDuration } from '../timer/iso-8601.ts'
import { ask } from './find-seats.ts'
import { roundOf, runRound } from './run-round.ts'

/**
 * Sets the timer of a step that is due.
 *
 * @throws FlowError `TIME_INVALID` when what is written there, or its FEEL gives, is no ISO 8601 duration
 */
export function scheduleDue(run: Run, element: FlowElement, activationId: number): void {
  const due = element.approval?.due
  if (!due || due.overdue === 'none') return
  const { now, addWorkTime, newId } = run.context
  const duration = String(run.fill(due.after, element.id, activationId) ?? '')
  const plain = addDuration(now, duration)
  if (plain === undefined) throw new FlowError('TIME_INVALID', { elementId: element.id, time: duration })
  const at = due.calendar === 'work' && addWorkTime ? addWorkTime(now, duration) : plain
  run.emit({ type: 'TimerScheduled', timerId: newId(), elementId: element.id, activationId, at })
}

/** The step is overdue: its open tasks are reminded of, decided, or handed to the leaders of those who hold them. */
export function overdue(run: Run, element: FlowElement, activationId: number): void {
  const done = element.approval?.due?.overdue ?? 'none'
  run.emit({
    type: 'TasksOverdue',
    elementId: element.id,
    taskIds: open(run, activationId).map(({ task }) => task),
    done,
  })
  if (done === 'approve' || done === 'reject') decideAll(run, element, activationId, done)
  if (done === 'transfer') handOver(run, element, activationId)
}

function decideAll(run: Run, element: FlowElement, activationId: number, decision: string): void {
  for (let next = open(run, activationId)[0]; next; next = open(run, activationId)[0]) {
    const by = next.people[0] ?? ''
    run.emit({ type: 'TaskCompleted', taskId: next.task, elementId: element.id, by, decision, automatic: 'overdue' })
    runRound(run, element, activationId)
  }
}

function handOver(run: Run, element: FlowElement, activationId: number): void {
  for (const { task, people } of open(run, activationId)) {
    const from = people[0] ?? ''
    const [to] = ask(run, element, activationId, { from: 'leader', value: from, levels: 1 })
    if (to !== undefined) run.emit({ type: 'TaskTransferred', taskId: task, elementId: element.id, by: from, from, to })
  }
}

/** Open tasks of the round; none once it is closed. */
function open(run: Run, activationId: number): { task: string; people: readonly string[] }[] {
  const activation = run.state.find(activationId)
  if (!activation?.round || activation.done !== undefined) return []
  return roundOf(run, activationId).seats.flatMap(({ task, people, decision }) =>
    task !== undefined && decision === undefined ? [{ task, people }] : [],
  )
}
