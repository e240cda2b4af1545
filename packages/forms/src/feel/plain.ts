/**
 * A FEEL value as plain JSON: dates, times and durations become their ISO 8601 text; ranges and functions, which no value of
 * a form can be, become null.
 */
export function plain(value: unknown): unknown {
  if (value === undefined || typeof value === 'function') return null
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(plain)
  const prototype = Object.getPrototypeOf(value)
  if (prototype === Object.prototype || prototype === null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]))
  }
  return 'toJSON' in value && typeof value.toJSON === 'function' ? value.toJSON() : null
}
