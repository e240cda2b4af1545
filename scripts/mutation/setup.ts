/** Turns one mutant on, and notes which ones the tests of each file come by. */
import { appendFileSync } from 'node:fs'
import { afterAll, expect } from 'vitest'

const { ZHUPI_MUTANT, ZHUPI_MUTANT_HITS } = process.env
const active = Number(ZHUPI_MUTANT ?? -1)
const hits = new Set<number>()
const start = performance.now()

Object.assign(globalThis, {
  mutant(id: number): boolean {
    hits.add(id)
    return id === active
  },
})

afterAll(() => {
  if (!ZHUPI_MUTANT_HITS) return
  const entry = { test: expect.getState().testPath, ms: performance.now() - start, hits: [...hits] }
  appendFileSync(ZHUPI_MUTANT_HITS, `${JSON.stringify(entry)}\n`)
})
