import type { TaskList, TaskSummary } from '../../api/types.ts'
import { type DueGroup, dueGroup } from '../../time/due.ts'

const ORDER: DueGroup[] = ['overdue', 'today', 'soon', 'later']

export interface TaskGroup {
  group: DueGroup
  /** All of the group, loaded or not. */
  count: number
  tasks: TaskSummary[]
}

/** The loaded tasks by deadline, the most urgent heap first; empty heaps are left out. */
export function groupTasks(tasks: TaskSummary[], counts: TaskList['counts'], now: number): TaskGroup[] {
  const { total, overdue, today, soon } = counts
  const all = { overdue, today, soon, later: total - overdue - today - soon }
  return ORDER.map((group) => {
    const members = tasks.filter((task) => dueGroup(task.dueAt, now) === group)
    // A task can have crossed a line since the server counted.
    return { group, count: Math.max(all[group], members.length), tasks: members }
  }).filter((heap) => heap.tasks.length > 0)
}
