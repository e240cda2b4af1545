import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Issue } from '../api/types.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import './issue-summary.css'

export interface IssueSummaryProps {
  issues: Issue[]
  /** Title of the field at a path. */
  titleOf: (path: Issue['path']) => string
  onFocus: (path: Issue['path']) => void
}

/** What must be mended before submitting. It takes the focus when it appears; each line leads to its field. */
export function IssueSummary({ issues, titleOf, onFocus }: IssueSummaryProps) {
  const { t } = useTranslation()
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    box.current?.focus()
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <section ref={box} className="za-alert za-alert-error za-issues" role="alert" tabIndex={-1}>
      <Icon name="problem" />
      <div className="za-grow">
        <b className="za-bold">{t('issues.title', { n: issues.length })}</b>
        <ol>
          {issues.map((issue) => (
            <li key={`${issue.path.join('.')} ${issue.code}`}>
              <Button kind="link" className="za-wrong" onClick={() => onFocus(issue.path)}>
                {titleOf(issue.path)}
              </Button>
              <span className="za-second">：{withoutName(issue.message, titleOf(issue.path))}</span>
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}

/** The link says the field's name already. */
function withoutName(message: string, title: string): string {
  return message.startsWith(`「${title}」`) ? message.slice(title.length + 2) : message
}
