import { useTranslation } from 'react-i18next'
import { useInstantFormat } from '../time/use-instant-format.ts'

/** Says of an archived case that it can be read only; nothing of another one. */
export function ArchivedTag({ at }: { at: string | undefined }) {
  const { t } = useTranslation()
  const format = useInstantFormat()
  if (at === undefined) return null
  return (
    <span className="za-tag" title={t('archived.hint', { day: format.fullDay(at) })}>
      {t('archived.tag')}
    </span>
  )
}
