import { date, dateAndTime, evaluate } from 'feelin'

/** What feelin makes of an expression, as plain JSON: the reading ours is held against. */
export function feelin(expression: string, scope: Record<string, unknown>, now?: string): unknown {
  const clock = now ? { now: () => dateAndTime(now), today: () => date(chinaDay(now)) } : {}
  try {
    return plain(evaluate(expression, { ...clock, ...scope }).value)
  } catch {
    return null
  }
}

function chinaDay(now: string): string {
  return new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 10)
}

function plain(value: unknown): unknown {
  if (value === undefined || typeof value === 'function') return null
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(plain)
  const prototype = Object.getPrototypeOf(value)
  if (prototype === Object.prototype || prototype === null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]))
  }
  return 'toJSON' in value && typeof value.toJSON === 'function' ? value.toJSON() : null
}
