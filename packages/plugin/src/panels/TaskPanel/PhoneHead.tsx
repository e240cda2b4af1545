import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Task } from '../../api/types.ts'
import { inboxPath, taskPath } from '../../app/paths.ts'
import { Button, buttonClass } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Icon } from '../../components/Icon.tsx'
import { PageHeading } from '../../components/PageHeading.tsx'
import { PrintLink } from '../../components/PrintLink.tsx'
import { MoreActions } from './MoreActions.tsx'
import type { TaskDesk } from './task-desk.ts'

export interface PhoneHeadProps {
  task: Task
  desk: TaskDesk
  onPaper: () => void
}

/** Back, the place in the inbox, and what is needed less often. */
export function PhoneHead({ task, desk, onPaper }: PhoneHeadProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const { index, total, previous, next } = task.neighbours
  const item = buttonClass({ block: true })
  return (
    <header className="za-phone-head">
      <Link className={`${buttonClass({ kind: 'text' })} za-button-icon`} to={inboxPath} aria-label={t('task.toInbox')}>
        <Icon name="back" />
      </Link>
      <PageHeading>{t('task.place', { index, total })}</PageHeading>
      <Button kind="text" icon="more" aria-label={t('task.more')} onClick={() => setOpen(true)} />
      {open && (
        <Dialog title={t('task.more')} place="bottom" onClose={() => setOpen(false)}>
          <div className="za-phone-menu">
            <Button block onClick={onPaper}>
              {t('paper.title')}
            </Button>
            <MoreActions desk={desk} block />
            {task.case.actions.includes('print') && <PrintLink caseId={task.case.id} />}
            {previous !== null && (
              <Link className={item} to={taskPath(previous)}>
                {t('task.previous')}
              </Link>
            )}
            {next !== null && (
              <Link className={item} to={taskPath(next)}>
                {t('task.next')}
              </Link>
            )}
          </div>
        </Dialog>
      )}
    </header>
  )
}
