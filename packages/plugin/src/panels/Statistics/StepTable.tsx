import { useTranslation } from 'react-i18next'
import type { Statistics } from '../../api/types.ts'
import { useSpanFormat } from './use-span-format.ts'
import { WideTable } from './WideTable.tsx'

/** How long each step takes, the slowest first: the bar is the median, the thin line nine of ten. */
export function StepTable({ steps }: { steps: Statistics['steps'] }) {
  const { t } = useTranslation()
  const span = useSpanFormat()
  const longest = Math.max(1, ...steps.map(({ p90 }) => p90 ?? 0))
  if (steps.length === 0) return null
  return (
    <section className="za-panel">
      <header>
        <h2>{t('statistics.bySteps')}</h2>
      </header>
      <WideTable label={t('statistics.bySteps')}>
        <table className="za-table za-statistics-steps">
          <thead>
            <tr>
              <th scope="col">{t('statistics.step')}</th>
              <th scope="col">{t('statistics.medianAndP90')}</th>
              <th scope="col" className="za-right">
                {t('statistics.decided')}
              </th>
              <th scope="col" className="za-right">
                {t('statistics.late')}
              </th>
              <th scope="col" className="za-right">
                {t('statistics.returned')}
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ matter, element, decided, late, returned, median, p90 }) => (
              <tr key={`${matter.key} ${element.id}`}>
                <td>
                  <div>{element.name}</div>
                  <div className="za-muted za-tiny">{matter.title}</div>
                </td>
                <td>
                  <span className="za-span" aria-hidden="true">
                    <i style={{ width: `${((p90 ?? 0) / longest) * 100}%` }} />
                    <b style={{ width: `${((median ?? 0) / longest) * 100}%` }} />
                  </span>
                  <span className="za-nowrap">
                    {span(median)}
                    <span className="za-muted"> / {span(p90)}</span>
                  </span>
                </td>
                <td className="za-right">{decided}</td>
                <td className={late > 0 ? 'za-right za-statistics-late' : 'za-right'}>{late}</td>
                <td className="za-right">{returned}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </section>
  )
}
