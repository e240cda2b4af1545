import { Trans, useTranslation } from 'react-i18next'
import type { TaskList } from '../../api/types.ts'
import { PageHeading } from '../../components/PageHeading.tsx'
import { formatClock } from '../../time/format-instant.ts'
import { useNow } from '../../time/use-now.ts'

const FRESH_MS = 60_000

/** The heading with how many there are and how urgent. */
export function InboxHead({ counts, updatedAt }: { counts?: TaskList['counts']; updatedAt: number }) {
  const { t } = useTranslation()
  const now = useNow()
  const fresh = now - updatedAt < FRESH_MS
  return (
    <div className="zp-top">
      <PageHeading>{t('inbox.title')}</PageHeading>
      {counts && counts.total > 0 && (
        <p className="zp-second">
          <Trans
            t={t}
            i18nKey={summaryKey(counts)}
            values={counts}
            components={{ late: <b className="zp-mark" />, near: <b className="zp-warn zp-bold" /> }}
          />
        </p>
      )}
      {updatedAt > 0 && (
        <p className="zp-muted zp-small zp-top-end">
          {fresh ? t('inbox.justNow') : t('inbox.updatedAt', { clock: formatClock(updatedAt) })}
        </p>
      )}
    </div>
  )
}

function summaryKey({ overdue, today }: TaskList['counts']) {
  if (overdue > 0 && today > 0) return 'inbox.countBoth'
  if (overdue > 0) return 'inbox.countOverdue'
  return today > 0 ? 'inbox.countToday' : 'inbox.count'
}
