import { useQueryClient } from '@tanstack/react-query'
import type { FormHandle } from '@zhupi/forms/react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useApi } from '../../api/api-context.tsx'
import { ApiProblem, answer } from '../../api/problem.ts'
import { taskKey, useTaskAction } from '../../api/tasks.ts'
import type { Issue, Task, TaskActionRequest, TaskActionResult } from '../../api/types.ts'
import { inboxPath, taskPath } from '../../app/paths.ts'
import { noticeBoard } from '../../shell/notice-board.ts'
import { staysMine } from './more-action.ts'
import { useWithdraw } from './use-withdraw.ts'

export interface SubmitOptions {
  task: Task
  form: FormHandle | undefined
  /** Called when the decision has arrived. */
  onDone: () => void
}

/**
 * Sends a decision. Wrong fields are shown on the form, a case that changed meanwhile becomes `conflict`; what was
 * written stays in both. Afterwards the next task opens, with a line that says what was done and takes it back.
 */
export function useSubmit({ task, form, onDone }: SubmitOptions) {
  const { t } = useTranslation()
  const { api } = useApi()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const action = useTaskAction(task.id)
  const withdraw = useWithdraw()
  const [issues, setIssues] = useState<Issue[]>([])
  const [conflict, setConflict] = useState<Task>()
  // The next task is opened once, even if two answers come.
  const left = useRef(false)

  function handleDone(request: TaskActionRequest, result: TaskActionResult) {
    if (staysMine(request)) {
      noticeBoard.post({ text: result.message })
      void queries.invalidateQueries({ queryKey: taskKey(task.id) })
      return
    }
    if (left.current) return
    left.current = true
    onDone()
    noticeBoard.post({
      text: result.message,
      action: result.canWithdraw
        ? { label: t('task.withdraw'), run: () => withdraw({ caseId: result.caseId, taskId: result.taskId }) }
        : undefined,
    })
    const { next } = task.neighbours
    navigate(next && next !== task.id ? taskPath(next) : inboxPath)
  }

  async function handleRefused(error: Error) {
    if (!(error instanceof ApiProblem)) return
    if (error.issues.length > 0) {
      setIssues(error.issues)
      form?.submitErrors(error.issues)
    }
    if (error.status === 409) {
      const target = { params: { path: { taskId: task.id } } }
      setConflict(answer(await api.GET('/tasks/{taskId}', target)))
    }
  }

  return {
    issues,
    conflict,
    sending: action.isPending,
    /** Why it was not sent, when neither issues nor a conflict say it. */
    problem: issues.length === 0 && !conflict ? action.error : null,
    /** Goes on with the case as it is now. */
    acceptConflict() {
      if (conflict) queries.setQueryData(taskKey(task.id), conflict)
      setConflict(undefined)
      action.reset()
    },
    send(request: TaskActionRequest, onSent?: () => void) {
      const checks = request.type === 'approve' || request.type === 'resubmit'
      const wrong = checks ? (form?.validate() ?? []) : []
      setIssues(wrong)
      if (wrong.length > 0) return
      action.mutate(request, {
        onSuccess: (result) => {
          onSent?.()
          handleDone(request, result)
        },
        onError: (error) => void handleRefused(error),
      })
    },
  }
}
