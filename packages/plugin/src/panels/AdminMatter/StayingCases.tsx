import { useTranslation } from 'react-i18next'
import type { Migration } from '../../api/types.ts'

/** Cases that do not move, each with its reasons; folded. */
export function StayingCases({ cases }: { cases: Migration['staying'] }) {
  const { t, i18n } = useTranslation()
  if (cases.length === 0) return null
  const language = i18n.language.startsWith('zh') ? 'zh' : 'en'
  return (
    <details>
      <summary>{t('migration.staying', { n: cases.length })}</summary>
      <ul>
        {cases.map(({ caseId, number, words }) => (
          <li key={caseId}>
            <b>{number}</b> <span className="za-second">{words.map((one) => one[language]).join('；')}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
