import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api-context.tsx'
import { buttonClass } from './Button.tsx'
import { Icon } from './Icon.tsx'

/** The official table as PDF, in a tab of its own, from where the browser prints it. */
export function PrintLink({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const { baseUrl } = useApi()
  return (
    <a
      className={buttonClass({})}
      href={`${baseUrl}/cases/${encodeURIComponent(caseId)}/print.pdf`}
      target="_blank"
      rel="noreferrer"
    >
      <Icon name="print" />
      {t('print.open')}
    </a>
  )
}
