import { useTranslation } from 'react-i18next'
import type { CaseStatus } from '../api/types.ts'

const LOOKS: Record<CaseStatus, string> = {
  running: 'za-tag-blue',
  suspended: 'za-tag-warn',
  completed: 'za-tag-ok',
  rejected: 'za-tag-mark',
  withdrawn: '',
  terminated: '',
  failed: 'za-tag-warn',
}

/** Where the whole case stands, in a word. */
export function StatusTag({ status }: { status: CaseStatus }) {
  const { t } = useTranslation()
  return <span className={`za-tag ${LOOKS[status]}`}>{t(`status.${status}`)}</span>
}
