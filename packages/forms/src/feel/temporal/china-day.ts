const DAY_MS = 86_400_000
/** China keeps UTC+8 all the year. */
const CHINA_MS = 8 * 3_600_000

/** The day in China at an instant, ISO 8601, as days since 1970-01-01: what `today()` says. */
export function chinaDay(instant: string): number {
  return Math.floor((Date.parse(instant) + CHINA_MS) / DAY_MS)
}
