import { type Clock, later } from '../clock.ts'

/** A clock that stands still until it is told otherwise. */
export interface TestClock {
  now: Clock
  set(at: string): void
  /** @param ms milliseconds */
  advance(ms: number): void
}

/** @param at instant at which it begins; by default a Wednesday morning in China */
export function createTestClock(at = '2026-03-18T01:00:00.000Z'): TestClock {
  let now = at
  return {
    now: () => now,
    set(next) {
      now = next
    },
    advance(ms) {
      now = later(now, ms)
    },
  }
}
