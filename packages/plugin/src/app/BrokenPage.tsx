import { useTranslation } from 'react-i18next'
import { FailedPage } from '../components/FailedPage.tsx'
import { inboxPath } from './paths.ts'

/** A page that could not be drawn: loading it anew also fetches code that was replaced meanwhile. */
export function BrokenPage({ error }: { error: unknown }) {
  const { t } = useTranslation()
  return (
    <FailedPage
      title={t('broken.title')}
      safe={t('broken.safe')}
      back={inboxPath}
      error={error}
      onRetry={() => window.location.reload()}
    />
  )
}
