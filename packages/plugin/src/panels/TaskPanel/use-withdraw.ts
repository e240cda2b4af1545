import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/api-context.tsx'
import { meKey } from '../../api/me.ts'
import { answer } from '../../api/problem.ts'
import { noticeBoard } from '../../shell/notice-board.ts'

/** Takes a decision back while nobody has acted on it; the line about the last act says how it went. */
export function useWithdraw() {
  const { t } = useTranslation()
  const { api } = useApi()
  const queries = useQueryClient()
  return async ({ caseId, taskId }: { caseId: string; taskId: string }) => {
    try {
      const body = { type: 'withdraw' as const, taskId }
      answer(await api.POST('/cases/{caseId}/actions', { params: { path: { caseId } }, body }))
      noticeBoard.post({ text: t('task.withdrawn') })
      for (const queryKey of [['tasks'], ['cases'], ['case', caseId], meKey])
        void queries.invalidateQueries({ queryKey })
    } catch (error) {
      noticeBoard.post({
        text: t('task.notWithdrawn', { why: error instanceof Error ? error.message : '' }),
        wrong: true,
      })
    }
  }
}
