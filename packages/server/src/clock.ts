/** The time as the host tells it: an instant, ISO 8601 UTC with milliseconds. Time is a value; nothing sleeps. */
export type Clock = () => string

export const systemClock: Clock = () => new Date().toISOString()

/** The instant `ms` milliseconds after `at`. */
export function later(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString()
}
