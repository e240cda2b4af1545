import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import './dialog.css'

export interface DialogProps {
  title: string
  /** `bottom` rises from the lower edge (phones), `side` comes from the right, `start` from the left. */
  place?: 'middle' | 'bottom' | 'side' | 'start'
  /** As wide as the window allows. */
  wide?: boolean
  onClose: () => void
  children: ReactNode
  footer?: ReactNode
}

/** A modal dialog: the browser keeps the focus inside, Escape and the veil close it, focus returns afterwards. */
export function Dialog({ title, place = 'middle', wide = false, onClose, children, footer }: DialogProps) {
  const { t } = useTranslation()
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = element.current
    const before = document.activeElement
    if (dialog && !dialog.open) dialog.showModal()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the veil is closed by Escape, which the element itself hears
    <dialog
      ref={element}
      className={`za-dialog za-dialog-${place} ${wide ? 'za-dialog-wide' : ''}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === element.current) onClose()
      }}
    >
      <div className="za-dialog-inside">
        <header>
          <h2 id={titleId}>{title}</h2>
          <Button kind="text" icon="close" aria-label={t('common.close')} onClick={onClose} />
        </header>
        <div className="za-dialog-body">{children}</div>
        {footer && <footer>{footer}</footer>}
      </div>
    </dialog>
  )
}
