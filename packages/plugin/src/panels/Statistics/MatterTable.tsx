import { useTranslation } from 'react-i18next'
import type { Statistics } from '../../api/types.ts'
import { useSpanFormat } from './use-span-format.ts'
import { WideTable } from './WideTable.tsx'

/** Matter by matter. */
export function MatterTable({ matters }: { matters: Statistics['matters'] }) {
  const { t } = useTranslation()
  const span = useSpanFormat()
  return (
    <section className="za-panel">
      <header>
        <h2>{t('statistics.byMatter')}</h2>
      </header>
      <WideTable label={t('statistics.byMatter')}>
        <table className="za-table za-statistics-matters">
          <thead>
            <tr>
              <th scope="col">{t('statistics.matter')}</th>
              {(['started', 'ended', 'rejected', 'returned', 'overdue', 'median', 'p90'] as const).map((key) => (
                <th key={key} scope="col" className="za-right">
                  {t(`statistics.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matters.map((one) => (
              <tr key={one.key}>
                <td>{one.title}</td>
                <td className="za-right">{one.started}</td>
                <td className="za-right">{one.ended}</td>
                <td className="za-right">{one.rejected}</td>
                <td className="za-right">{one.returned}</td>
                <td className={one.overdue > 0 ? 'za-right za-statistics-late' : 'za-right'}>{one.overdue}</td>
                <td className="za-right za-nowrap">{span(one.median)}</td>
                <td className="za-right za-nowrap">{span(one.p90)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </section>
  )
}
