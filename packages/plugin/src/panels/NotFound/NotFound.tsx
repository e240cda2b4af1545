import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { inboxPath } from '../../app/paths.ts'
import { buttonClass } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { PageHeading } from '../../components/PageHeading.tsx'

/** An address that shows nothing. */
export function NotFound() {
  const { t } = useTranslation()
  return (
    <>
      <PageHeading className="za-unseen">{t('notFound.title')}</PageHeading>
      <EmptyState
        title={t('notFound.title')}
        actions={
          <Link className={buttonClass({})} to={inboxPath}>
            {t('notFound.toInbox')}
          </Link>
        }
      >
        {t('notFound.text')}
      </EmptyState>
    </>
  )
}
