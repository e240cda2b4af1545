import { useTranslation } from 'react-i18next'
import type { Statistics } from '../../api/types.ts'
import { PHONE, useMedia } from '../../components/use-media.ts'

const HEIGHT = 200
const TOP = 16
const BOTTOM = 24
const LEFT = 36

/** Two bars a month, received and finished, on a scale of round numbers. The table beside it says the same in words. */
export function MonthChart({ months }: { months: Statistics['months'] }) {
  const { t } = useTranslation()
  const width = useMedia(PHONE) ? 358 : 960
  const most = Math.max(1, ...months.flatMap(({ started, ended }) => [started, ended]))
  const ticks = ticksUntil(most)
  const top = ticks.at(-1) ?? most
  const y = (value: number) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - TOP - BOTTOM)
  const slot = (width - LEFT) / months.length
  const bar = Math.min(20, slot * 0.32)
  // Not more names of months than have room.
  const every = Math.ceil(44 / slot)
  return (
    <svg className="za-chart" viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={t('statistics.byMonth')}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={width} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      {months.map(({ month, started, ended }, index) => {
        const middle = LEFT + slot * (index + 0.5)
        return (
          <g key={month}>
            <title>{t('statistics.monthTitle', { month, started, ended })}</title>
            <rect
              className="za-bar-started"
              x={middle - bar - 1}
              width={bar}
              y={y(started)}
              height={y(0) - y(started)}
            />
            <rect className="za-bar-ended" x={middle + 1} width={bar} y={y(ended)} height={y(0) - y(ended)} />
            {(months.length - 1 - index) % every === 0 && (
              <text x={middle} y={HEIGHT - 6} textAnchor="middle">
                {index === 0 || month.endsWith('-01')
                  ? month
                  : t('statistics.monthShort', { n: Number(month.slice(5)) })}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

/** 0 and up to four round steps: 0, 5, 10, 15. */
export function ticksUntil(most: number): number[] {
  const rough = Math.max(1, most / 4)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? rough
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step)
}
