import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formOf } from '../../api/form.ts'
import { useForecastPreview } from '../../api/matters.ts'
import type { Issue, Matter } from '../../api/types.ts'
import { Forecast } from '../../components/Forecast.tsx'
import { formParts } from '../../components/form-parts.ts'
import { QuotaLines } from '../../components/QuotaLines.tsx'
import { FillProgress } from './FillProgress.tsx'
import { fillProgress } from './fill-progress.ts'

export interface ApplySideProps {
  matter: Matter
  values: Record<string, unknown>
  issues: Issue[]
  onJump: (path: string) => void
}

/** Wait after the last change before asking who would decide, in milliseconds. */
const FORECAST_PAUSE_MS = 1500

/** Beside the table: the quota, how far one is, who will decide. */
export function ApplySide({ matter, values, issues, onJump }: ApplySideProps) {
  const { t } = useTranslation()
  const settled = useSettled(values, FORECAST_PAUSE_MS)
  const forecast = useForecastPreview(matter.key, settled)
  const pages = useMemo(() => formParts(formOf(matter), t('jump.opinions')), [matter, t])
  const progress = fillProgress(formOf(matter), pages.flat(), matter.access, values, issues)
  return (
    <aside className="za-apply-side" aria-label={t('apply.side')}>
      {matter.limits.length > 0 && (
        <section className="za-panel">
          <header>
            <h2>{t('quota.title')}</h2>
          </header>
          <div className="za-panel-body">
            <QuotaLines limits={matter.limits} withThis />
            <p className="za-small za-second za-apply-note">{t('quota.note')}</p>
          </div>
        </section>
      )}
      <section className="za-panel">
        <header>
          <h2>{t('progress.title')}</h2>
          <span className="za-muted za-tiny">{t('progress.count', { done: progress.done, all: progress.all })}</span>
        </header>
        <FillProgress parts={progress.parts} onJump={onJump} />
      </section>
      <section className="za-panel">
        <header>
          <h2>{t('apply.next')}</h2>
        </header>
        <div className="za-panel-body">
          {forecast.data && <Forecast steps={forecast.data} />}
          {forecast.isError && !forecast.data && <p className="za-muted za-small">{t('apply.noForecast')}</p>}
        </div>
      </section>
    </aside>
  )
}

/** A value once it has not changed for a while. */
function useSettled<T>(value: T, pauseMs: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const handle = setTimeout(() => setSettled(value), pauseMs)
    return () => clearTimeout(handle)
  }, [value, pauseMs])
  return settled
}
