import { useTranslation } from 'react-i18next'
import { FlowSection } from '../../components/FlowSection.tsx'
import { Forecast } from '../../components/Forecast.tsx'
import { QuotaLines } from '../../components/QuotaLines.tsx'
import { Timeline } from '../../components/Timeline.tsx'
import { Conflict } from './Conflict.tsx'
import { DecisionSection } from './DecisionSection.tsx'
import { ResubmitSection } from './ResubmitSection.tsx'
import type { TaskDesk } from './task-desk.ts'

/** Beside the sheet: the decision, the quota, what follows, the diagram, what has been. */
export function TaskRail({ desk }: { desk: TaskDesk }) {
  const { t } = useTranslation()
  const { task, submit } = desk
  const { history, tasks, at } = task.case
  const returns = history.filter((entry) => entry.kind === 'returned').length
  return (
    <aside className="za-rail" aria-label={t('task.decide')}>
      {submit.conflict && <Conflict task={task} now={submit.conflict} onAccept={submit.acceptConflict} />}
      {task.resubmit ? <ResubmitSection desk={desk} /> : <DecisionSection desk={desk} />}
      {task.limits.length > 0 && (
        <section>
          <h2>{t('quota.title')}</h2>
          <QuotaLines limits={task.limits} withThis />
        </section>
      )}
      <section>
        <h2>
          {t('forecast.title')} <span className="za-muted za-tiny">{t('forecast.afterApproval')}</span>
        </h2>
        <Forecast steps={task.forecast} />
      </section>
      <FlowSection caseId={task.case.id} places={at.map((element) => element.name)} />
      <section>
        <h2>
          {t('timeline.title')}{' '}
          <span className="za-muted za-tiny">
            {t(returns > 0 ? 'timeline.countReturns' : 'timeline.count', { n: history.length, returns })}
          </span>
        </h2>
        <Timeline history={history} tasks={tasks} />
      </section>
    </aside>
  )
}
