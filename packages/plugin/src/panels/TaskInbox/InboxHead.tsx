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
    <div className="za-top">
      <PageHeading>{t('inbox.title')}</PageHeading>
      {counts && counts.total > 0 && (
        <p className="za-second">
          <Trans
            t={t}
            i18nKey={summaryKey(counts)}
            values={counts}
            components={{ late: <b className="za-mark" />, near: <b className="za-warn za-bold" /> }}
          />
        </p>
      )}
      {updatedAt > 0 && (
        <p className="za-muted za-small za-top-end">
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
