import { useTranslation } from 'react-i18next'
import type { Statistics } from '../../api/types.ts'
import { MonthChart } from './MonthChart.tsx'

/** Cases month by month: a picture, and the same as a table. */
export function MonthSection({ months }: { months: Statistics['months'] }) {
  const { t } = useTranslation()
  return (
    <section className="za-panel">
      <header>
        <h2>{t('statistics.byMonth')}</h2>
        <span className="za-legend-dot za-series-started">{t('statistics.started')}</span>
        <span className="za-legend-dot za-series-ended">{t('statistics.ended')}</span>
      </header>
      <MonthChart months={months} />
      <details className="za-statistics-table">
        <summary>{t('statistics.asTable')}</summary>
        <table className="za-table">
          <thead>
            <tr>
              <th scope="col">{t('statistics.month')}</th>
              <th scope="col" className="za-right">
                {t('statistics.started')}
              </th>
              <th scope="col" className="za-right">
                {t('statistics.ended')}
              </th>
              <th scope="col" className="za-right">
                {t('statistics.rejected')}
              </th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, started, ended, rejected }) => (
              <tr key={month}>
                <td>{month}</td>
                <td className="za-right">{started}</td>
                <td className="za-right">{ended}</td>
                <td className="za-right">{rejected}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
