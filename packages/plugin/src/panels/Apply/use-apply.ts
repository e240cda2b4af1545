import type { FormHandle } from '@zhupi/forms/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useStartCase } from '../../api/matters.ts'
import { ApiProblem } from '../../api/problem.ts'
import type { Issue, Matter } from '../../api/types.ts'
import { casePath } from '../../app/paths.ts'
import { noticeBoard } from '../../shell/notice-board.ts'

/** Submits an application: wrong fields are shown on the form and summed up; otherwise the new case opens. */
export function useApply(matter: Matter, form: FormHandle | undefined, onStart: () => void) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const start = useStartCase(matter.key)
  const [issues, setIssues] = useState<Issue[]>([])

  function handleRefused(error: Error) {
    if (!(error instanceof ApiProblem) || error.issues.length === 0) return
    setIssues(error.issues)
    form?.submitErrors(error.issues)
  }
  return {
    issues,
    submitting: start.isPending,
    /** Why it was not submitted, when no field says it. */
    problem: issues.length === 0 ? start.error : null,
    /** Looks again after the values changed, so that the summary shrinks while one mends. */
    recheck() {
      if (issues.length > 0 && form) setIssues(form.validate())
    },
    submit() {
      if (!form) return
      const wrong = form.validate()
      setIssues(wrong)
      if (wrong.length > 0) return
      start.mutate(form.values(), {
        onSuccess: ({ id, number }) => {
          onStart()
          noticeBoard.post({ text: t('apply.done', { number }) })
          navigate(casePath(id), { replace: true })
        },
        onError: handleRefused,
      })
    },
  }
}
