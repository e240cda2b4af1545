import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formOf } from '../../api/form.ts'
import type { Task } from '../../api/types.ts'
import { Button } from '../../components/Button.tsx'
import { Changes } from '../../components/Changes.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Icon } from '../../components/Icon.tsx'
import { formatClock } from '../../time/format-instant.ts'
import { changesBetween } from './changes-between.ts'

export interface ConflictProps {
  /** As it was opened. */
  task: Task
  /** As it is now. */
  now: Task
  onAccept: () => void
}

/** The case changed since it was opened: who, when, what. The opinion stays; one looks, then goes on. */
export function Conflict({ task, now, onAccept }: ConflictProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const known = Math.max(0, ...task.case.history.map((entry) => entry.seq))
  const last = now.case.history.filter((entry) => entry.seq > known).pop()
  const changes = changesBetween(formOf(now.case), task.case.values, now.case.values)
  const titles = changes.map((change) => `“${change.title}”`).join('、')
  const who = last?.person?.name ?? t('conflict.somebody')
  const clock = formatClock(last?.at ?? now.case.updatedAt)
  return (
    <div className="za-alert za-alert-warn za-small za-conflict" role="alert">
      <Icon name="warning" />
      <div>
        {now.state === 'open'
          ? t(titles ? 'conflict.changed' : 'conflict.moved', { who, clock, titles })
          : t('conflict.decided', { who, clock })}
        {t('conflict.kept')}
        <div className="za-row">
          {changes.length > 0 && (
            <Button size="small" onClick={() => setOpen(true)}>
              {t('conflict.look')}
            </Button>
          )}
          <Button size="small" kind="text" onClick={onAccept}>
            {t(now.state === 'open' ? 'conflict.goOn' : 'conflict.leave')}
          </Button>
        </div>
      </div>
      {open && (
        <Dialog title={t('conflict.what')} onClose={() => setOpen(false)}>
          <Changes changes={changes} />
        </Dialog>
      )}
    </div>
  )
}
