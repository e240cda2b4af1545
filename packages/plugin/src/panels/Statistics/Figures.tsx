import { useTranslation } from 'react-i18next'
import type { Statistics } from '../../api/types.ts'
import { useSpanFormat } from './use-span-format.ts'

/** The few numbers one looks at first. What is late at present stands out. */
export function Figures({ totals }: { totals: Statistics['totals'] }) {
  const { t } = useTranslation()
  const span = useSpanFormat()
  const figures: Array<[label: string, value: string | number, late?: boolean]> = [
    [t('statistics.started'), totals.started],
    [t('statistics.ended'), totals.ended],
    [t('statistics.rejected'), totals.rejected],
    [t('statistics.returned'), totals.returned],
    [t('statistics.median'), span(totals.median)],
    [t('statistics.p90'), span(totals.p90)],
    [t('statistics.overdue'), totals.overdue, totals.overdue > 0],
  ]
  return (
    <dl className="za-figures">
      {figures.map(([label, value, late]) => (
        <div key={label} className={late ? 'za-figure-late' : undefined}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
