import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bucketOf, quantile, secondsOf } from './duration-buckets.ts'

const durations = fc.array(fc.integer({ min: 61, max: 31_536_000 }), { minLength: 1, maxLength: 300 })

it('puts each duration near the middle of its bucket', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 31_536_000 }), (seconds) => {
      const ratio = secondsOf(bucketOf(seconds)) / seconds
      expect(ratio).toBeGreaterThan(0.85)
      expect(ratio).toBeLessThan(1.15)
    }),
  )
})

it('finds a quantile as sorting all of them does, to an eighth', () => {
  fc.assert(
    fc.property(durations, fc.constantFrom(0.5, 0.9), (all, share) => {
      const counts = new Map<number, number>()
      for (const seconds of all) counts.set(bucketOf(seconds), (counts.get(bucketOf(seconds)) ?? 0) + 1)
      const exact = [...all].sort((one, other) => one - other)[Math.ceil(all.length * share) - 1] ?? 0
      expect((quantile(counts, share) ?? 0) / exact).toBeGreaterThan(0.85)
      expect((quantile(counts, share) ?? 0) / exact).toBeLessThan(1.15)
    }),
  )
})

it('has no quantile of nothing', () => {
  expect(quantile(new Map(), 0.5)).toBeUndefined()
})
