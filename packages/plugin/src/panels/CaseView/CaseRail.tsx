import { useTranslation } from 'react-i18next'
import { useCaseForecast } from '../../api/cases.ts'
import type { Case } from '../../api/types.ts'
import { FlowSection } from '../../components/FlowSection.tsx'
import { Forecast } from '../../components/Forecast.tsx'
import { Timeline } from '../../components/Timeline.tsx'

/** Beside the sheet: what has been, where it stands, who is next. */
export function CaseRail({ item }: { item: Case }) {
  const { t } = useTranslation()
  const forecast = useCaseForecast(item.id, item.status === 'running')
  const returns = item.history.filter((entry) => entry.kind === 'returned').length
  return (
    <aside className="za-rail" aria-label={t('case.rail')}>
      <FlowSection caseId={item.id} places={item.at.map((element) => element.name)} />
      {forecast.data && (
        <section>
          <h2>{t('forecast.title')}</h2>
          <Forecast steps={forecast.data} />
        </section>
      )}
      <section>
        <h2>
          {t('timeline.title')}{' '}
          <span className="za-muted za-tiny">
            {t(returns > 0 ? 'timeline.countReturns' : 'timeline.count', { n: item.history.length, returns })}
          </span>
        </h2>
        <Timeline history={item.history} tasks={item.tasks} />
      </section>
    </aside>
  )
}
