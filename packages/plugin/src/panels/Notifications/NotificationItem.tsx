import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Notification } from '../../api/types.ts'
import { casePath, jobsPath, taskPath } from '../../app/paths.ts'
import { Icon, type IconName } from '../../components/Icon.tsx'
import { useInstantFormat } from '../../time/use-instant-format.ts'

const LOOKS: Record<Notification['kind'], { icon: IconName; urgent?: true }> = {
  task: { icon: 'inbox' },
  returned: { icon: 'return' },
  urged: { icon: 'clock', urgent: true },
  copied: { icon: 'copy' },
  ended: { icon: 'ok' },
  dueSoon: { icon: 'clock' },
  overdue: { icon: 'warning', urgent: true },
  incident: { icon: 'problem', urgent: true },
}

/** One thing the person was told: what, of which case, from whom and when. The whole of it leads there. */
export function NotificationItem({ item, onOpen }: { item: Notification; onOpen: () => void }) {
  const { t } = useTranslation()
  const format = useInstantFormat()
  const { kind, element, by, text, unread } = item
  const { icon, urgent } = LOOKS[kind]
  const status = item.status ? t(`status.${item.status}`) : ''
  return (
    <li className={unread ? 'za-unread' : ''}>
      <Link to={placeOf(item)} onClick={onOpen}>
        <Icon name={icon} className={urgent ? 'za-mark' : ''} />
        <span className="za-grow">
          <span className="za-notifications-what">
            {t(`notifications.kind.${kind}`, { element: element ?? '', status })}
            {unread && <span className="za-unseen">{t('notifications.isUnread')}</span>}
          </span>
          <b>{item.case.title ?? item.case.matter.title}</b>
          {text && <q className="za-second">{text}</q>}
          <span className="za-muted za-tiny za-notifications-foot">
            <span>{item.case.number}</span>
            {by && <span>{by}</span>}
            <time dateTime={item.at}>{format.dueAt(item.at)}</time>
          </span>
        </span>
      </Link>
    </li>
  )
}

function placeOf({ kind, taskId, case: one }: Notification): string {
  if (kind === 'incident') return jobsPath
  return taskId === null ? casePath(one.id) : taskPath(taskId)
}
