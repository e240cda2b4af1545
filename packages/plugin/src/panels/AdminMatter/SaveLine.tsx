import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../api/problem.ts'
import { formatClock } from '../../time/format-instant.ts'
import type { Autosave } from './use-autosave.ts'

/** Where the draft stands, said aloud when it changes. */
export function SaveLine({
  autosave,
}: {
  autosave: Autosave<never> | Autosave<string> | Autosave<Record<string, unknown>>
}) {
  const { t } = useTranslation()
  const { state, savedAt, error } = autosave
  const text =
    state === 'saved' && savedAt ? t('save.saved', { at: formatClock(savedAt) }) : t(`save.${state}` as 'save.clean')
  const why = state === 'invalid' && error instanceof ApiProblem ? error.issues[0]?.message : undefined
  const isBad = state === 'failed' || state === 'invalid' || state === 'conflict'
  return (
    <span role="status" className={`za-small ${isBad ? 'za-warn' : 'za-second'}`}>
      {text}
      {why && `：${why}`}
    </span>
  )
}
