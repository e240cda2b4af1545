import { useTranslation } from 'react-i18next'
import type { HistoryEntry, TaskBrief } from '../api/types.ts'
import { useInstantFormat } from '../time/use-instant-format.ts'
import { TimelineEntry } from './TimelineEntry.tsx'
import './timeline.css'

/** What happened, the last first; open tasks on top. What was undone is struck out, never removed. */
export function Timeline({ history, tasks }: { history: HistoryEntry[]; tasks: TaskBrief[] }) {
  const format = useInstantFormat()
  const { t } = useTranslation()
  const newestFirst = [...history].sort((a, b) => b.seq - a.seq)
  return (
    <ol className="za-timeline">
      {tasks.map((task) => (
        <li key={task.id} className="za-now">
          <div className="za-row">
            <b>{task.element.name}</b>
            <Place round={task.round} seat={task.seat} />
          </div>
          <p className="za-second">
            {task.people.map((person) => person.name).join('、')} <span className="za-here">{t('timeline.now')}</span>
            {' · '}
            {t('timeline.delivered', { at: format.minute(task.openedAt) })}
          </p>
        </li>
      ))}
      {newestFirst.map((entry) => (
        <TimelineEntry key={entry.id} entry={entry} />
      ))}
    </ol>
  )
}

/** Which round and which seat, as far as there is more than one. */
export function Place({ round, seat }: { round: number | null; seat: HistoryEntry['seat'] }) {
  const { t } = useTranslation()
  const parts = [
    ...(round !== null ? [t('timeline.round', { n: round })] : []),
    ...(seat && seat.of > 1 ? [t('timeline.seat', seat)] : []),
  ]
  return <span className="za-muted za-tiny">{parts.join(' · ')}</span>
}
