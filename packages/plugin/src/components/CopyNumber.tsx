import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, type ButtonProps } from './Button.tsx'

/** The number of a problem, to be quoted to the help desk. */
export function CopyNumber({ number, size }: { number: string; size?: ButtonProps['size'] }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  async function handleCopy() {
    await navigator.clipboard.writeText(number)
    setCopied(true)
  }
  return (
    <Button size={size} onClick={() => void handleCopy().catch(() => setCopied(false))}>
      {t(copied ? 'failed.copied' : 'failed.copy', { number })}
    </Button>
  )
}
