import { useTranslation } from 'react-i18next'
import type { ForecastStep } from '../api/types.ts'
import { useInstantFormat } from '../time/use-instant-format.ts'

/** Other ways than the expected one, and what may happen while the case stands at a step; nothing where there are none. */
export function ForecastWays({ step }: { step: ForecastStep }) {
  const { t } = useTranslation()
  const format = useInstantFormat()
  const { alternatives, otherwise, mayHappen } = step
  const count = (alternatives.length > 0 ? 1 : 0) + (otherwise.length > 0 ? 1 : 0) + mayHappen.length
  if (count === 0) return null
  const names = (steps: ForecastStep['alternatives']) => steps.map(({ name }) => name).join('、')
  return (
    <details className="za-forecast-ways">
      <summary>{t('forecast.ways', { n: count })}</summary>
      <ul>
        {alternatives.length > 0 && <li>{t('forecast.alternatives', { steps: names(alternatives) })}</li>}
        {otherwise.length > 0 && <li>{t('forecast.otherwise', { steps: names(otherwise) })}</li>}
        {mayHappen.map(({ name, kind, at, leadsTo }) => (
          <li key={`${kind} ${name} ${names(leadsTo)}`}>
            {name ?? t(`forecast.events.${kind}`)}
            {at && t('forecast.due', { at: format.minute(at) })}
            {leadsTo.length > 0 && t('forecast.leadsTo', { steps: names(leadsTo) })}
          </li>
        ))}
      </ul>
    </details>
  )
}
