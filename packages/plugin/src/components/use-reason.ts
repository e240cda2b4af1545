import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../api/problem.ts'

/** Why a request failed, in a sentence for the person: ours for lost answers, the server's own otherwise. */
export function useReason(error: unknown): string {
  const { t } = useTranslation()
  if (!(error instanceof ApiProblem)) return t('failed.unexpected')
  if (error.code === 'NETWORK') return t('failed.network')
  if (error.code === 'TIMEOUT') return t('failed.timeout')
  if (error.status === 404) return t('failed.notFound')
  if (error.status === 403) return t('failed.forbidden')
  if (error.status >= 500) return t('failed.server')
  return error.message
}
