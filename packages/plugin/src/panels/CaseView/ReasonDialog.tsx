import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ProblemLine } from '../../components/ProblemLine.tsx'
import { PHONE, useMedia } from '../../components/use-media.ts'

export interface ReasonDialogProps {
  title: string
  /** What is written: 理由, 留言. Without it nothing is. */
  label?: string
  submit: string
  optional?: boolean
  maxLength?: number
  sending: boolean
  error: Error | null
  /** What else is missing before it can be sent. */
  incomplete?: boolean
  onSubmit: (text: string) => void
  onClose: () => void
  children?: ReactNode
}

/** Asks before an act on a case, mostly with a reason: in the middle, or as a sheet from the lower edge on a phone. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, label, submit, optional = label === undefined, maxLength = 500, sending, error } = props
  const { t } = useTranslation()
  const phone = useMedia(PHONE)
  const id = useId()
  const [text, setText] = useState('')
  const missing = props.incomplete || (!optional && text.trim() === '')
  return (
    <Dialog
      title={title}
      place={phone ? 'bottom' : 'middle'}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" disabled={sending || missing} onClick={() => props.onSubmit(text.trim())}>
            {submit}
          </Button>
        </>
      }
    >
      {props.children}
      {label !== undefined && (
        <>
          <label htmlFor={id}>{label}</label>
          <textarea
            id={id}
            className="za-text"
            maxLength={maxLength}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </>
      )}
      {error && <ProblemLine error={error} text={t('case.notDone')} />}
    </Dialog>
  )
}
