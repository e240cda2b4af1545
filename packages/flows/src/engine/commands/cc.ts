import { FlowError } from '../../errors.ts'
import { checkAction } from '../check-candidate.ts'
import { findOpenTask } from '../open-tasks.ts'
import type { Handler } from './handler.ts'

/**
 * Sends copies, from a task or from the case as a whole: the host shows them, and nothing waits for anybody.
 *
 * @throws FlowError `TASK_NOT_FOUND`, `ACTION_NOT_ALLOWED`, `COMMAND_INVALID`
 */
export const cc: Handler<'cc'> = (run, { by, people, taskId }) => {
  if (!Array.isArray(people) || people.length === 0) throw new FlowError('COMMAND_INVALID', { type: 'cc', people })
  if (taskId !== undefined) {
    const { activation } = findOpenTask(run.state, taskId)
    checkAction(run.element(activation.element), 'cc')
  }
  run.emit({ type: 'CopySent', by, people: [...new Set(people)], ...(taskId !== undefined && { taskId }) })
}
