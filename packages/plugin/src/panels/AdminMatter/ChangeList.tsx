import { useTranslation } from 'react-i18next'
import type { DefinitionChange } from '../../api/types.ts'

/** What changed in a matter, its form and its flow, in words. */
export function ChangeList({ changes }: { changes: readonly DefinitionChange[] }) {
  const { t } = useTranslation()
  return (
    <ul className="za-publish-changes">
      {changes.map(({ area, kind, message, path, breaks }) => (
        <li key={`${area} ${path} ${message}`}>
          <span className="za-second">{t(`publish.areas.${area}`)}</span>
          <span
            className={`za-tag ${kind === 'added' ? 'za-tag-ok' : kind === 'removed' ? 'za-tag-warn' : 'za-tag-blue'}`}
          >
            {t(`publish.kinds.${kind}`)}
          </span>
          <span className="za-grow">{message}</span>
          {breaks && <span className="za-small za-warn">{t('publish.breaks')}</span>}
        </li>
      ))}
    </ul>
  )
}
