const PATTERNS = { date: /^\d{4}-\d{2}-\d{2}$/, month: /^\d{4}-\d{2}$/, year: /^\d{4}$/ } as const

export type DatePrecision = keyof typeof PATTERNS

/** Whether a text is a day `2024-06-01`, a month `2024-06` or a year `2024` of the calendar. */
export function isIsoDate(value: unknown, precision: DatePrecision): value is string {
  if (typeof value !== 'string' || !PATTERNS[precision].test(value)) return false
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** `2024-06-01` → 2024年6月1日, `2024-06` → 2024年6月, `2024` → 2024年; an instant is shown as its day in China. */
export function chineseDate(value: string): string {
  const [year, month, day] = (value.includes('T') ? chinaDay(value) : value).split('-')
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
}

/** The day of an instant in China's time (UTC+8, no summer time): `YYYY-MM-DD`. */
export function chinaDay(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** A date in a format of `YYYY`, `MM`, `M`, `DD`, `D`: `YYYY.MM.DD` → 2024.06.01. Parts the value lacks are left out at the end. */
export function formatDate(value: string, format: string): string {
  const [year = '', month = '', day = ''] = value.split('-')
  const known = day ? format : month ? format.replace(/[^\dA-Z]*D+.*$/, '') : format.replace(/[^\dA-Z]*M+.*$/, '')
  const parts: Record<string, string> = {
    YYYY: year,
    MM: month,
    M: String(Number(month)),
    DD: day,
    D: String(Number(day)),
  }
  return known.replace(/YYYY|MM|M|DD|D/g, (part) => parts[part] ?? part)
}
