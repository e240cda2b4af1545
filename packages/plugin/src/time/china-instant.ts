/** The instant of what a `datetime-local` field holds (`2026-11-25T08:00`), read as time of China; `undefined` while it is not whole. */
export function chinaInstant(local: string): string | undefined {
  const time = Date.parse(`${local}:00+08:00`)
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}
