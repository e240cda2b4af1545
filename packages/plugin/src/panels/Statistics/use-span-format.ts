import { useTranslation } from 'react-i18next'

const HOUR = 3600
const DAY = 24 * HOUR

/** How long something takes, in the unit a person would say: `40 分钟`, `5 小时`, `3.2 天`. */
export function useSpanFormat(): (seconds: number | null) => string {
  const { t } = useTranslation()
  return (seconds) => {
    if (seconds === null) return t('statistics.none')
    if (seconds < HOUR) return t('statistics.minutes', { n: Math.max(1, Math.round(seconds / 60)) })
    if (seconds < 2 * DAY) return t('statistics.hours', { n: Math.round(seconds / HOUR) })
    return t('statistics.days', { n: (seconds / DAY).toFixed(1) })
  }
}
