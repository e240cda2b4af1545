import { findOpenTask, openTasks } from '../open-tasks.ts'
import type { Handler } from './handler.ts'

/**
 * Asks for haste: of one task, or of all that are open. Who may, and how often, is for the host to know.
 *
 * @throws FlowError `TASK_NOT_FOUND`
 */
export const urge: Handler<'urge'> = (run, { by, taskId }) => {
  if (taskId !== undefined) findOpenTask(run.state, taskId)
  const taskIds = taskId === undefined ? openTasks(run.state).map((task) => task.taskId) : [taskId]
  run.emit({ type: 'Urged', by, taskIds })
}
