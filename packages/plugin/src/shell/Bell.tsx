import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../api/me.ts'
import { Icon } from '../components/Icon.tsx'
import './bell.css'

const Notifications = lazy(async () => ({
  default: (await import('../panels/Notifications/Notifications.tsx')).Notifications,
}))

const MOST_SHOWN = 99

/** How much the person has not read, and the way to it. */
export function Bell() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const unread = useMe().data?.counts.unread ?? 0
  return (
    <>
      <button
        type="button"
        className="za-button za-button-text za-button-middle za-button-icon za-bell"
        aria-label={unread > 0 ? t('notifications.openUnread', { n: shown(unread) }) : t('notifications.title')}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon name="bell" />
        {unread > 0 && <em aria-hidden="true">{shown(unread)}</em>}
      </button>
      {open && (
        <Suspense fallback={null}>
          <Notifications onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

function shown(unread: number): string {
  return unread > MOST_SHOWN ? `${MOST_SHOWN}+` : String(unread)
}
