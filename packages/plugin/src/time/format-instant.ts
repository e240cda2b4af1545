/** Offices decide in the time of China, whatever the computer's own zone says. */
const TIME_ZONE = 'Asia/Shanghai'

interface Moment {
  year: number
  month: number
  day: number
  hour: number
  minute: number
}

const formatter = new Intl.DateTimeFormat('en-US', {
  timeZone: TIME_ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
})

/** The calendar fields of an instant in China. */
export function momentOf(instant: string | number): Moment {
  const parts = formatter.formatToParts(new Date(instant))
  const field = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return { year: field('year'), month: field('month'), day: field('day'), hour: field('hour'), minute: field('minute') }
}

/** Days since 1970 of an instant's calendar day in China; two of them subtract to whole days. */
export function dayNumber(instant: string | number): number {
  const { year, month, day } = momentOf(instant)
  return Date.UTC(year, month - 1, day) / 86_400_000
}

/** `17:30` */
export function formatClock(instant: string | number): string {
  const { hour, minute } = momentOf(instant)
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
