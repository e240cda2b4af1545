import { useTranslation } from 'react-i18next'
import { dayNumber, formatClock, momentOf } from './format-instant.ts'

/** Instants in the words of the language in use. */
export function useInstantFormat() {
  const { t } = useTranslation()
  /** 3月18日, with the year when it is another one. */
  function day(instant: string): string {
    const { year, month, day: date } = momentOf(instant)
    return year === momentOf(Date.now()).year
      ? t('time.day', { month, date })
      : t('time.fullDay', { year, month, date })
  }
  return {
    day,
    clock: formatClock,
    /** 3月18日 14:05 */
    minute: (instant: string) => `${day(instant)} ${formatClock(instant)}`,
    /** 2024年3月5日 */
    fullDay: (instant: string) => {
      const { year, month, day: date } = momentOf(instant)
      return t('time.fullDay', { year, month, date })
    },
    /** 今日 17:30, else as `minute` */
    dueAt: (instant: string) =>
      dayNumber(instant) === dayNumber(Date.now())
        ? t('time.today', { clock: formatClock(instant) })
        : `${day(instant)} ${formatClock(instant)}`,
  }
}
