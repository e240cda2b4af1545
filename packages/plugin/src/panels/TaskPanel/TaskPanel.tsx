import { useTranslation } from 'react-i18next'
import { useCaseSeen } from '../../api/notifications.ts'
import { useTask } from '../../api/tasks.ts'
import { inboxPath } from '../../app/paths.ts'
import { DeskSkeleton } from '../../components/DeskSkeleton.tsx'
import { FailedPage } from '../../components/FailedPage.tsx'
import { ClosedTask } from './ClosedTask.tsx'
import { OpenTask } from './OpenTask.tsx'

/** One task: the form, what went before, and the decision. */
export function TaskPanel({ taskId }: { taskId: string }) {
  const { t } = useTranslation()
  const { data: task, error, isError, refetch } = useTask(taskId)
  useCaseSeen(task?.case.id)
  if (isError && !task)
    return (
      <FailedPage
        title={t('task.failed')}
        safe={t('task.safe')}
        back={inboxPath}
        error={error}
        onRetry={() => void refetch()}
      />
    )
  if (!task) return <DeskSkeleton label={t('task.loading')} />
  return task.state === 'open' ? <OpenTask task={task} /> : <ClosedTask task={task} />
}
