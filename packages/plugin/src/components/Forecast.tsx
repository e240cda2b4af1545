import { useTranslation } from 'react-i18next'
import type { ForecastStep } from '../api/types.ts'
import { useInstantFormat } from '../time/use-instant-format.ts'
import { ForecastWays } from './ForecastWays.tsx'
import './forecast.css'

/** Who is next, and why; folded below each step, where else it may go. */
export function Forecast({ steps }: { steps: ForecastStep[] }) {
  const { t } = useTranslation()
  const format = useInstantFormat()
  if (steps.length === 0) return <p className="za-muted za-small">{t('forecast.none')}</p>
  return (
    <ol className="za-forecast">
      {steps.map((step) => {
        const who = step.people.map((person) => person.name).join('、')
        return (
          <li key={step.element.id} className={step.state === 'open' ? 'za-forecast-now' : undefined}>
            <div>
              <b className="za-bold">{who || step.element.name}</b>{' '}
              <span className="za-second">{who ? step.element.name : t(`forecast.${step.kind}`)}</span>
              {step.state === 'open' && <span className="za-tag za-forecast-tag">{t('forecast.now')}</span>}
              {step.why && <p className="za-muted za-small">{t('forecast.why', { why: step.why })}</p>}
              {step.at && <p className="za-muted za-small">{t('forecast.at', { at: format.minute(step.at) })}</p>}
              <ForecastWays step={step} />
            </div>
          </li>
        )
      })}
    </ol>
  )
}
