import type { FormHandle, FormHighlights } from '@zhupi/forms/react'
import type { Issue, Task, TaskActionRequest } from '../../api/types.ts'
import type { Decision, Obstacle } from './decision.ts'

/** What the parts of the task page share. */
export interface TaskDesk {
  task: Task
  /** What may be filled in; in a resubmission the whole table. */
  access: Task['access']
  form: FormHandle | undefined
  /** Values to begin with: the case's and those filled in earlier. */
  initialValues: Record<string, unknown>
  highlights: FormHighlights
  decision: Decision
  decide: (change: Partial<Decision>) => void
  /** Why it cannot be submitted yet. */
  obstacle: Obstacle | undefined
  submit: {
    run: () => void
    /** Does something else with the task than deciding it. `onDone`: when it has arrived. */
    more: (request: TaskActionRequest, onDone: () => void) => void
    sending: boolean
    issues: Issue[]
    /** The task as it is now, when it changed since it was opened. */
    conflict: Task | undefined
    acceptConflict: () => void
    problem: Error | null
  }
  onForm: (form: FormHandle) => void
  onFill: (values: Record<string, unknown>) => void
}
