import { useTranslation } from 'react-i18next'
import { dueDistance, dueGroup } from '../time/due.ts'
import { useInstantFormat } from '../time/use-instant-format.ts'
import './due-text.css'

export interface DueTextProps {
  dueAt: string | null
  now: number
  /** Working days to it, where its step counts those. */
  workdays?: number | null
  /** One line (剩 1 天 · 3月21日 17:30) instead of two. */
  inline?: boolean
}

/** A deadline: how far it is and when. Overdue is vermilion with a square, today is ochre; the words say it too. */
export function DueText({ dueAt, now, workdays = null, inline = false }: DueTextProps) {
  const { t } = useTranslation()
  const format = useInstantFormat()
  const group = dueGroup(dueAt, now)
  const distance = dueDistance(dueAt, now, workdays)
  const left = t(`due.${distance.kind}`, { ...distance })
  if (dueAt === null) return <span className="za-due">{left}</span>
  // Today the hour is what counts, the hours left only explain it.
  const [first, second] = group === 'today' ? [format.dueAt(dueAt), left] : [left, format.minute(dueAt)]
  return (
    <span className={`za-due za-due-${group} ${inline ? 'za-due-inline' : ''}`}>
      <span className="za-due-far">{first}</span>
      <span className="za-due-when">
        {inline && ' · '}
        {second}
      </span>
    </span>
  )
}
