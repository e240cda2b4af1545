import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/Button.tsx'
import { Icon } from '../components/Icon.tsx'
import { type NoticeText, noticeBoard } from './notice-board.ts'

/** A line about what was just done (已同意，送市人社局 · 撤回), kept while one moves to the next screen. */
export function Notice() {
  const { t } = useTranslation()
  const [notice, setNotice] = useState<NoticeText | undefined>(noticeBoard.current)
  useEffect(() => noticeBoard.subscribe(setNotice), [])
  if (!notice) return <div role="status" className="za-unseen" />
  const { action } = notice
  return (
    <div role="status" className={`za-alert za-notice ${notice.wrong ? 'za-alert-error' : 'za-alert-ok'}`}>
      <Icon name={notice.wrong ? 'problem' : 'ok'} />
      <span className="za-grow">
        {notice.text}
        {action && (
          <>
            {' · '}
            <Button kind="link" onClick={() => void action.run()}>
              {action.label}
            </Button>
          </>
        )}
      </span>
      <Button
        kind="text"
        size="small"
        icon="close"
        aria-label={t('common.close')}
        onClick={() => noticeBoard.clear()}
      />
    </div>
  )
}
