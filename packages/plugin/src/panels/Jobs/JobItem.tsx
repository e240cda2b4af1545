import { useTranslation } from 'react-i18next'
import type { Job } from '../../api/types.ts'
import { Button } from '../../components/Button.tsx'
import { useInstantFormat } from '../../time/use-instant-format.ts'

export interface JobItemProps {
  job: Job
  failed: boolean
  busy: boolean
  onRetry: () => void
  onDiscard: () => void
}

/** One job: what it is, of which case, what the last try said, and what to do about it. */
export function JobItem({ job, failed, busy, onRetry, onDiscard }: JobItemProps) {
  const { t } = useTranslation()
  const format = useInstantFormat()
  const { attempts, maxAttempts, runAt, error } = job
  const of = job.case ? `${job.case.matter} ${job.case.number}` : ''
  return (
    <li>
      <div className="za-grow">
        <b className="za-bold">{t(`jobs.kind.${job.kind}`)}</b> {of && <span>{of}</span>}
        {error && <p className={failed ? 'za-wrong' : 'za-second'}>{error}</p>}
        <p className="za-muted za-tiny">
          {t('jobs.tried', { attempts, most: maxAttempts })}　{format.minute(runAt)}
        </p>
      </div>
      {failed && (
        <div className="za-row">
          <Button disabled={busy} aria-label={t('jobs.retryOne', { of })} onClick={onRetry}>
            {t('jobs.retry')}
          </Button>
          <Button kind="text" disabled={busy} aria-label={t('jobs.discardOne', { of })} onClick={onDiscard}>
            {t('jobs.discard')}
          </Button>
        </div>
      )}
    </li>
  )
}
