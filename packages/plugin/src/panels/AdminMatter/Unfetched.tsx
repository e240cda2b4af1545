import { useTranslation } from 'react-i18next'
import { FailedState } from '../../components/FailedState.tsx'

/** A part of a matter's page that could not be fetched, with the way to try again; the draft is safe. */
export function Unfetched({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation()
  return <FailedState title={t('publish.reportFailed')} safe={t('admin.safe')} error={error} onRetry={onRetry} />
}
