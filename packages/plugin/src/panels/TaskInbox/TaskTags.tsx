import { useTranslation } from 'react-i18next'
import type { TaskSummary } from '../../api/types.ts'

/** What makes a task different from its neighbours: it is urged, it came back, it wants a field, others sign beside it. */
export function TaskTags({ task }: { task: TaskSummary }) {
  const { t } = useTranslation()
  return (
    <>
      {task.urgedAt && <span className="za-tag za-tag-mark">{t('inbox.urged')}</span>}
      {task.returned && <span className="za-tag">{t('inbox.returned')}</span>}
      {!task.batchable && <span className="za-tag">{t('inbox.needsForm')}</span>}
      {task.seat.of > 1 && <span className="za-tag">{t('inbox.seats', task.seat)}</span>}
    </>
  )
}
