import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../api/problem.ts'
import { RETRIES } from '../api/query-client.ts'
import { Button } from './Button.tsx'
import { CopyNumber } from './CopyNumber.tsx'
import { Icon } from './Icon.tsx'
import { useReason } from './use-reason.ts'
import './states.css'

export interface FailedStateProps {
  /** 待办没有取到 */
  title: string
  /** Whether anything is lost. */
  safe: string
  error: unknown
  onRetry: () => void
}

/** Something was not fetched: what, whether work is safe, retry, and a number to quote. */
export function FailedState({ title, safe, error, onRetry }: FailedStateProps) {
  const { t } = useTranslation()
  const reason = useReason(error)
  const transient = error instanceof ApiProblem && error.transient
  return (
    <section className="za-state" role="alert">
      <Icon name="problem" className="za-state-sign" />
      <h2>{title}</h2>
      <p className="za-second">
        {reason}
        {safe}
        {transient && <> {t('failed.retried', { n: RETRIES })}</>}
      </p>
      <div className="za-state-actions">
        <Button kind="primary" onClick={onRetry}>
          {t('failed.retry')}
        </Button>
        {error instanceof ApiProblem && <CopyNumber number={error.number} />}
      </div>
    </section>
  )
}
