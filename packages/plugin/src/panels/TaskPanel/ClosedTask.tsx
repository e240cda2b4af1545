import { useTranslation } from 'react-i18next'
import { Link, Navigate } from 'react-router'
import type { Task } from '../../api/types.ts'
import { casePath, inboxPath } from '../../app/paths.ts'
import { buttonClass } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { PageHeading } from '../../components/PageHeading.tsx'

/** A task that no longer waits: one's own decision leads to the case, another's says so. */
export function ClosedTask({ task }: { task: Task }) {
  const { t } = useTranslation()
  if (task.state === 'done') return <Navigate to={casePath(task.case.id)} replace />
  return (
    <main className="za-page">
      <PageHeading className="za-unseen">{task.case.title}</PageHeading>
      <EmptyState
        title={t('task.closed')}
        actions={
          <>
            <Link className={buttonClass({ kind: 'primary' })} to={inboxPath}>
              {t('task.toInbox')}
            </Link>
            <Link className={buttonClass({})} to={casePath(task.case.id)}>
              {t('task.seeCase')}
            </Link>
          </>
        }
      >
        {t('task.closedText')}
      </EmptyState>
    </main>
  )
}
