import { useTranslation } from 'react-i18next'
import type { Statistics } from '../../api/types.ts'
import { WideTable } from './WideTable.tsx'

/** Which units apply, the most first; the bar is their share of the first. */
export function UnitTable({ units }: { units: Statistics['units'] }) {
  const { t } = useTranslation()
  const most = Math.max(1, ...units.map(({ started }) => started))
  if (units.length === 0) return null
  return (
    <section className="za-panel">
      <header>
        <h2>{t('statistics.byUnit')}</h2>
      </header>
      <WideTable label={t('statistics.byUnit')}>
        <table className="za-table za-statistics-units">
          <thead>
            <tr>
              <th scope="col">{t('statistics.unit')}</th>
              <th scope="col">{t('statistics.started')}</th>
              <th scope="col" className="za-right">
                {t('statistics.ended')}
              </th>
              <th scope="col" className="za-right">
                {t('statistics.rejected')}
              </th>
            </tr>
          </thead>
          <tbody>
            {units.map(({ name, started, ended, rejected }) => (
              <tr key={name}>
                <td>{name}</td>
                <td>
                  <span className="za-span" aria-hidden="true">
                    <b style={{ width: `${(started / most) * 100}%` }} />
                  </span>
                  {started}
                </td>
                <td className="za-right">{ended}</td>
                <td className="za-right">{rejected}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </section>
  )
}
