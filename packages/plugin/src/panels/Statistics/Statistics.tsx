import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type StatisticFilter, useStatistics, useStatisticsFile } from '../../api/statistics.ts'
import { buttonClass } from '../../components/Button.tsx'
import { Choice } from '../../components/Choice.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { FailedState } from '../../components/FailedState.tsx'
import { ListSkeleton } from '../../components/ListSkeleton.tsx'
import { PageHeading } from '../../components/PageHeading.tsx'
import { Segments } from '../../components/Segments.tsx'
import { useInstantFormat } from '../../time/use-instant-format.ts'
import { Figures } from './Figures.tsx'
import { MatterTable } from './MatterTable.tsx'
import { MonthSection } from './MonthSection.tsx'
import { monthsUntil, thisMonth } from './months.ts'
import { StepTable } from './StepTable.tsx'
import { UnitTable } from './UnitTable.tsx'
import './statistics.css'

const SPANS = ['3', '12', '24'] as const
type Span = (typeof SPANS)[number]

/** Numbers about the cases of the matters that the person may read. */
export function Statistics() {
  const { t } = useTranslation()
  const format = useInstantFormat()
  const [span, setSpan] = useState<Span>('12')
  const [matter, setMatter] = useState<string>()
  const to = thisMonth(Date.now())
  const filter: StatisticFilter = { from: monthsUntil(to, Number(span)), to, ...(matter && { matter }) }
  const { data, error, isError, refetch, isPlaceholderData } = useStatistics(filter)
  // Of all matters: choosing one must not take the others out of the list.
  const { data: all } = useStatistics({ from: filter.from, to })
  const file = useStatisticsFile(filter)
  const options = (all ?? data)?.matters.map(({ key, title }) => ({ value: key, label: title })) ?? []
  return (
    <>
      <div className="za-top">
        <PageHeading>{t('statistics.title')}</PageHeading>
        {data?.countedAt && (
          <span className="za-muted">{t('statistics.counted', { at: format.minute(data.countedAt) })}</span>
        )}
      </div>
      <search className="za-bar za-statistics-bar">
        <Segments
          label={t('statistics.span')}
          value={span}
          options={SPANS.map((value) => ({ value, label: t('statistics.months', { n: value }) }))}
          onChange={setSpan}
        />
        {options.length > 1 && (
          <Choice
            label={t('statistics.matter')}
            value={matter ?? ''}
            options={[{ value: '', label: t('common.all') }, ...options]}
            onChange={(value) => setMatter(value || undefined)}
          />
        )}
        <a className={buttonClass({})} href={file} download>
          {t('statistics.export')}
        </a>
      </search>
      {isError && !data && (
        <FailedState
          title={t('statistics.failed')}
          safe={t('statistics.safe')}
          error={error}
          onRetry={() => void refetch()}
        />
      )}
      {!data && !isError && <ListSkeleton label={t('statistics.loading')} columns={[80, 60, 50, 40]} />}
      {data && data.totals.started + data.totals.ended + data.totals.rejected === 0 && (
        <EmptyState title={t('statistics.empty')}>{t('statistics.emptyText')}</EmptyState>
      )}
      {data && data.totals.started + data.totals.ended + data.totals.rejected > 0 && (
        <div className="za-statistics" aria-busy={isPlaceholderData || undefined}>
          <Figures totals={data.totals} />
          <MonthSection months={data.months} />
          <StepTable steps={data.steps} />
          {!matter && <MatterTable matters={data.matters} />}
          <UnitTable units={data.units} />
        </div>
      )}
    </>
  )
}
