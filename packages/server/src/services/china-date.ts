const CHINA_OFFSET_MS = 8 * 3_600_000

/** The day in China at an instant: `2026-03-18`. */
export function chinaDate(at: string): string {
  return new Date(Date.parse(at) + CHINA_OFFSET_MS).toISOString().slice(0, 10)
}

/** The instant at which a day begins in China. */
export function startOfChinaDay(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) - CHINA_OFFSET_MS).toISOString()
}

/** The day `days` days after `date`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
