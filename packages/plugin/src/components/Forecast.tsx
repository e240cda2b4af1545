import { useTranslation } from 'react-i18next'
import type { ForecastStep } from '../api/types.ts'
import './forecast.css'

/** Who is next, and why. */
export function Forecast({ steps }: { steps: ForecastStep[] }) {
  const { t } = useTranslation()
  if (steps.length === 0) return <p className="za-muted za-small">{t('forecast.none')}</p>
  return (
    <ol className="za-forecast">
      {steps.map((step) => {
        const who = step.people.map((person) => person.name).join('、')
        return (
          <li key={step.element.id}>
            <div>
              <b className="za-bold">{who || step.element.name}</b>{' '}
              <span className="za-second">{who ? step.element.name : t(`forecast.${step.kind}`)}</span>
              {step.why && <p className="za-muted za-small">{t('forecast.why', { why: step.why })}</p>}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
