import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotifications, useReadNotifications } from '../../api/notifications.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FailedState } from '../../components/FailedState.tsx'
import { LoadMore } from '../../components/LoadMore.tsx'
import { itemsOf } from '../../components/PagedList.tsx'
import { Segments } from '../../components/Segments.tsx'
import { PHONE, useMedia } from '../../components/use-media.ts'
import { NotificationItem } from './NotificationItem.tsx'
import './notifications.css'

/** What the person was told, the latest first, beside whatever they look at. */
export function Notifications({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const phone = useMedia(PHONE)
  const [box, setBox] = useState<'all' | 'unread'>('all')
  const list = useNotifications(box === 'unread')
  const read = useReadNotifications()
  const items = itemsOf(list)
  const newest = items?.[0]
  const unread = list.data?.pages[0]?.unread ?? 0

  return (
    <Dialog title={t('notifications.title')} place={phone ? 'bottom' : 'side'} onClose={onClose}>
      <div className="za-notifications-bar">
        <Segments
          small
          label={t('notifications.which')}
          value={box}
          options={[
            { value: 'all', label: t('common.all') },
            { value: 'unread', label: t('notifications.unread') },
          ]}
          onChange={setBox}
        />
        <Button
          kind="link"
          disabled={!newest || unread === 0 || read.isPending}
          onClick={() => newest && read.mutate({ upTo: newest.id })}
        >
          {t('notifications.readAll')}
        </Button>
      </div>
      {read.isError && (
        <p className="za-wrong za-small" role="alert">
          {t('notifications.readFailed')}
        </p>
      )}
      {list.isError && !items && (
        <FailedState
          title={t('notifications.failed')}
          safe={t('notifications.safe')}
          error={list.error}
          onRetry={() => void list.refetch()}
        />
      )}
      {!items && !list.isError && <Bones label={t('notifications.loading')} />}
      {items?.length === 0 && (
        <p className="za-notifications-none za-second" role="status">
          {box === 'unread' ? t('notifications.noneUnread') : t('notifications.none')}
        </p>
      )}
      {items && items.length > 0 && (
        <>
          <ul className="za-notifications">
            {items.map((item) => (
              <NotificationItem
                key={item.id}
                item={item}
                onOpen={() => {
                  if (item.unread) read.mutate({ ids: [item.id] })
                  onClose()
                }}
              />
            ))}
          </ul>
          <LoadMore list={list} shown={items.length} unit={t('notifications.unit')} />
        </>
      )}
    </Dialog>
  )
}

const BONES = [64, 80, 56, 72]

function Bones({ label }: { label: string }) {
  return (
    <div className="za-notifications-bones za-bones" aria-busy="true">
      <p className="za-unseen" role="status">
        {label}
      </p>
      {BONES.map((width) => (
        <i key={width} className="za-bone" style={{ width: `${width}%` }} />
      ))}
    </div>
  )
}
