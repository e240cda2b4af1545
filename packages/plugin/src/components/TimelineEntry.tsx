import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseStatus, HistoryEntry } from '../api/types.ts'
import { useDecisionText } from '../i18n/use-decision-text.ts'
import { useInstantFormat } from '../time/use-instant-format.ts'
import { Button } from './Button.tsx'
import { Changes } from './Changes.tsx'
import { Place } from './Timeline.tsx'

const GOOD = ['completed', 'message', 'service', 'ended']

/** The status of a case by what its last entry says of the end. */
const ENDS: Record<string, CaseStatus> = {
  completed: 'completed',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
  terminated: 'terminated',
  terminate: 'terminated',
  failed: 'failed',
}
const BACK = ['returned', 'withdrawn', 'incident']

/** One thing that happened: who, what, the words, what was corrected. */
export function TimelineEntry({ entry }: { entry: HistoryEntry }) {
  const { t } = useTranslation()
  const format = useInstantFormat()
  const decisionText = useDecisionText()
  const [open, setOpen] = useState(false)
  const { kind, element, person, decision, to, changes } = entry
  const end = kind === 'ended' && decision !== null ? ENDS[decision] : undefined
  const kindText = end ? t(`status.${end}`) : t(`timeline.kind.${kind}`)
  const act = decision ? decisionText(decision) : kindText
  // Vermilion is for what was decided: to hand in is no decision.
  const decided = decision !== null && decision !== 'submit'
  return (
    <li className={lookOf(entry)}>
      <div className="za-row">
        <b>{element?.name ?? kindText}</b>
        <Place round={entry.round} seat={entry.seat} />
        {entry.undone && <span className="za-muted za-tiny">{t('timeline.undone')}</span>}
        <time className="za-muted za-tiny" dateTime={entry.at}>
          {format.minute(entry.at)}
        </time>
      </div>
      <p className="za-second">
        {person?.name} {!end && <span className={decided ? 'za-mark' : ''}>{act}</span>}
        {to && <> {t('timeline.to', { to })}</>}
        {changes.length > 0 && (
          <>
            {t('timeline.corrected', { n: changes.length, titles: changes.map((change) => change.title).join('、') })}{' '}
            <Button kind="link" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t('timeline.compare')}
            </Button>
          </>
        )}
      </p>
      {open && <Changes changes={changes} />}
      {entry.opinion && <p className="za-quote">{entry.opinion}</p>}
    </li>
  )
}

function lookOf({ kind, undone }: HistoryEntry): string {
  if (undone) return 'za-undone'
  if (BACK.includes(kind)) return 'za-back'
  return GOOD.includes(kind) ? 'za-past za-fine' : 'za-past'
}
