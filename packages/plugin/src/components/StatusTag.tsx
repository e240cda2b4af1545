import { useTranslation } from 'react-i18next'
import type { CaseStatus } from '../api/types.ts'

const LOOKS: Record<CaseStatus, string> = {
  running: 'zp-tag-blue',
  suspended: 'zp-tag-warn',
  completed: 'zp-tag-ok',
  rejected: 'zp-tag-mark',
  withdrawn: '',
  terminated: '',
  failed: 'zp-tag-warn',
}

/** Where the whole case stands, in a word. */
export function StatusTag({ status }: { status: CaseStatus }) {
  const { t } = useTranslation()
  return <span className={`zp-tag ${LOOKS[status]}`}>{t(`status.${status}`)}</span>
}
