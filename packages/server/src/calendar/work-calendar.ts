import chineseDays from 'chinese-days'

/** Which days of China are worked. Days are `2026-03-18`. */
export interface WorkCalendar {
  isWorkday(day: string): boolean
  /** Whether the holidays of a year are known; of one that is not, Saturdays and Sundays alone are free. */
  knows(year: number): boolean
}

/** What an operator says of days, over what is built in. */
export interface HolidayFile {
  /** Years that the file tells wholly: what is built in does not count for them. */
  years: readonly number[]
  off: ReadonlySet<string>
  /** Days of a weekend that are worked (调休). */
  work: ReadonlySet<string>
}

const NOTHING: HolidayFile = { years: [], off: new Set(), work: new Set() }
const SUNDAY = 0
const SATURDAY = 6

/**
 * The working days of China by the State Council's yearly notices, which chinese-days carries up to the last one that was out when it
 * was made, and over it the operator's file: the notice for the next year comes in November.
 *
 * Source: 国务院办公厅关于部分节假日安排的通知, each year's.
 */
export function createWorkCalendar(file: HolidayFile = NOTHING): WorkCalendar {
  // The library reads its calendar anew at each call; an approval asks for a week of days.
  const days = new Map<string, boolean>()
  const years = new Map<number, boolean>()

  function isWorkday(day: string): boolean {
    const known = days.get(day)
    if (known !== undefined) return known
    const answer = decide(day)
    days.set(day, answer)
    return answer
  }

  function decide(day: string): boolean {
    if (file.off.has(day)) return false
    if (file.work.has(day)) return true
    const year = Number(day.slice(0, 4))
    return file.years.includes(year) || !isBuiltIn(year) ? !isWeekend(day) : chineseDays.isWorkday(day)
  }

  function isBuiltIn(year: number): boolean {
    const known = years.get(year)
    if (known !== undefined) return known
    const answer = NATIONAL_DAYS.some((day) => {
      const date = `${year}-${day}`
      return !isWeekend(date) && chineseDays.isHoliday(date)
    })
    years.set(year, answer)
    return answer
  }

  return { isWorkday, knows: (year) => file.years.includes(year) || isBuiltIn(year) }
}

/** Free in every year that has a notice; some of them fall on a Monday to Friday. */
const NATIONAL_DAYS = ['10-01', '10-02', '10-03']

function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay()
  return weekday === SUNDAY || weekday === SATURDAY
}
