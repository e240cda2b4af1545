import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Task } from '../../api/types.ts'
import { inboxPath, taskPath } from '../../app/paths.ts'
import { buttonClass } from '../../components/Button.tsx'
import { DueText } from '../../components/DueText.tsx'
import { Icon } from '../../components/Icon.tsx'
import { PageHeading } from '../../components/PageHeading.tsx'
import { PrintLink } from '../../components/PrintLink.tsx'
import { useInstantFormat } from '../../time/use-instant-format.ts'
import { useNow } from '../../time/use-now.ts'

/** What and who, the step, the deadline, the neighbours in the inbox. */
export function TaskHead({ task, children }: { task: Task; children?: ReactNode }) {
  const { t } = useTranslation()
  const format = useInstantFormat()
  const now = useNow()
  const { case: item, neighbours } = task
  return (
    <header className="za-head">
      <Link className={`${buttonClass({ kind: 'text' })} za-button-icon`} to={inboxPath} aria-label={t('task.toInbox')}>
        <Icon name="back" />
      </Link>
      <div className="za-grow">
        <PageHeading className="za-cut">{String(item.form.title)}</PageHeading>
        <p className="za-small za-second za-cut">
          {item.title}
          <span className="za-muted za-head-number">
            {item.number}　{t('task.started', { day: format.fullDay(item.startedAt) })}
          </span>
        </p>
      </div>
      <span className="za-tag za-tag-blue">{task.element.name}</span>
      {item.round > 1 && <span className="za-tag">{t('task.round', { n: item.round })}</span>}
      <span className="za-row za-second za-nowrap">
        <Icon name="clock" />
        <DueText dueAt={task.dueAt} workdays={task.dueInWorkdays} now={now} inline />
      </span>
      <span className="za-separator" />
      <nav className="za-row" aria-label={t('task.neighbours')}>
        <Neighbour to={neighbours.previous} label={t('task.previous')} icon="back" />
        <Neighbour to={neighbours.next} label={t('task.next')} icon="right" />
        {item.actions.includes('print') && <PrintLink caseId={item.id} />}
        {children}
      </nav>
    </header>
  )
}

function Neighbour({ to, label, icon }: { to: string | null; label: string; icon: 'back' | 'right' }) {
  const words = icon === 'back' ? [<Icon key="icon" name={icon} />, label] : [label, <Icon key="icon" name={icon} />]
  const look = buttonClass({ kind: 'text' })
  if (to === null)
    return (
      <button type="button" className={look} disabled>
        {words}
      </button>
    )
  return (
    <Link className={look} to={taskPath(to)}>
      {words}
    </Link>
  )
}
