import { useTranslation } from 'react-i18next'
import type { Task } from '../../api/types.ts'

/** What holds for a task beside its step: that only advice is asked, or that others decide first. */
export function TaskStanding({ task }: { task: Task }) {
  const { t } = useTranslation()
  const names = task.signers.map(({ name }) => name).join('、')
  return (
    <>
      {task.delegatedBy && <p className="za-standing">{t('more.drafting', { who: task.delegatedBy })}</p>}
      {task.waits && <p className="za-standing">{t('more.waits', { names })}</p>}
    </>
  )
}
