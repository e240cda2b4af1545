import { useTranslation } from 'react-i18next'
import { type TaskFilter, useTaskWatch } from '../../api/tasks.ts'
import type { TaskSummary } from '../../api/types.ts'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'

export interface NewArrivalsProps {
  filter: TaskFilter
  tasks: TaskSummary[]
  onShow: () => void
}

/** A line that says that new tasks have come. The list changes when the person asks for it, never under the pointer. */
export function NewArrivals({ filter, tasks, onShow }: NewArrivalsProps) {
  const { t } = useTranslation()
  const listed = tasks.map((task) => task.id)
  const waiting = useTaskWatch(filter, listed).data ?? []
  const fresh = waiting.filter((id) => !listed.includes(id))
  return (
    <div role="status">
      {fresh.length > 0 && (
        <div className="za-alert za-arrivals">
          <Icon name="inbox" />
          {t('inbox.arrived', { n: fresh.length })}
          <Button kind="link" onClick={onShow}>
            {t('inbox.show')}
          </Button>
        </div>
      )}
    </div>
  )
}
