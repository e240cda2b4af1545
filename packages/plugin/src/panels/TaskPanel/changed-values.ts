import { accessOf } from '@zhupi/forms'
import type { Task } from '../../api/types.ts'

/** The fields that this step may edit and that now say something else; masked ones that were not touched stay away. */
export function changedValues(task: Task, values: Record<string, unknown>): Record<string, unknown> {
  const before = task.case.values
  const changed = Object.entries(values).filter(
    ([key, value]) => accessOf(task.access, key) === 'edit' && JSON.stringify(value) !== JSON.stringify(before[key]),
  )
  return Object.fromEntries(changed)
}
