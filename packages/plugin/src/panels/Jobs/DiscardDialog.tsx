import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Job } from '../../api/types.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'

export interface DiscardDialogProps {
  job: Job
  onClose: () => void
  onDiscard: (reason: string) => void
}

/** Asks why a job is given up for good: the reason goes into the audit. */
export function DiscardDialog({ job, onClose, onDiscard }: DiscardDialogProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const id = useId()
  return (
    <Dialog
      title={t('jobs.discardTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" disabled={reason.trim() === ''} onClick={() => onDiscard(reason.trim())}>
            {t('jobs.discard')}
          </Button>
        </>
      }
    >
      <p>{t(job.kind === 'notification' ? 'jobs.discardNotification' : 'jobs.discardText')}</p>
      <label htmlFor={id}>{t('jobs.reason')}</label>
      <textarea
        id={id}
        className="za-jobs-reason"
        rows={3}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  )
}
