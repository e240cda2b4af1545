import { useTranslation } from 'react-i18next'
import { useCancelSchedule, useSchedule } from '../../api/schedules.ts'
import { Button } from '../../components/Button.tsx'
import { ProblemLine } from '../../components/ProblemLine.tsx'
import { useInstantFormat } from '../../time/use-instant-format.ts'

/** The time that is set for a draft, whether it still stands for what was seen, or why it passed in vain. */
export function ScheduleLine({ matterKey }: { matterKey: string }) {
  const { t } = useTranslation()
  const format = useInstantFormat()
  const { data: schedule } = useSchedule(matterKey)
  const cancel = useCancelSchedule(matterKey)
  if (!schedule) return null
  const { publishAt, scheduledBy, isCurrent, failure } = schedule
  const at = format.minute(publishAt)
  const isFine = isCurrent && failure === null
  return (
    <div className={`za-alert ${isFine ? 'za-alert-ok' : 'za-alert-warn'} za-row`} role="status">
      <span className="za-grow">
        {failure !== null
          ? t('schedule.failed', { at })
          : t(isCurrent ? 'schedule.set' : 'schedule.outdated', { at, name: scheduledBy })}
      </span>
      <Button size="small" disabled={cancel.isPending} onClick={() => cancel.mutate()}>
        {t(failure !== null ? 'schedule.dismiss' : 'schedule.cancel')}
      </Button>
      {cancel.isError && <ProblemLine error={cancel.error} text={t('schedule.notCancelled')} />}
    </div>
  )
}
