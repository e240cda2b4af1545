import type { Logger } from 'pino'
import type { Metrics } from './metrics.ts'

/** Above this one is slow, where nothing else is said. */
export const SLOW_STATEMENT_MS = 500

/** One line of the same statement in so long: a database that is slow is not helped by a log that is full. */
const AGAIN_MS = 10_000
const MOST_KNOWN = 200
const MOST_CHARACTERS = 1000
/** A list of values of any length: `(?,?),(?,?)`, `($1, $2, $3)`. */
const VALUES = /\((?:\?|\$\d+)(?:, ?(?:\?|\$\d+))*\)(?:, ?\((?:\?|\$\d+)(?:, ?(?:\?|\$\d+))*\))*/g

/**
 * What becomes of a slow statement: it is counted, and its shape is logged with the time it took. A shape has no values, and is the
 * same however many rows or ids the statement names.
 */
export function createSlowStatements(log: Logger, metrics: Pick<Metrics, 'countSlowStatement'>) {
  const told = new Map<string, { at: number; since: number }>()
  return function onSlow(text: string, ms: number): void {
    metrics.countSlowStatement()
    const statement = shapeOf(text)
    const now = performance.now()
    const last = told.get(statement)
    if (last && now - last.at < AGAIN_MS) {
      last.since += 1
      return
    }
    if (told.size >= MOST_KNOWN) told.clear()
    told.set(statement, { at: now, since: 0 })
    log.warn({ statement, ms: Math.round(ms), ...(last && { untold: last.since }) }, 'slow statement')
  }
}

export function shapeOf(text: string): string {
  return text.replaceAll(VALUES, '(…)').replaceAll(/\s+/g, ' ').trim().slice(0, MOST_CHARACTERS)
}
