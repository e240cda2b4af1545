import fc from 'fast-check'
import { expect, it } from 'vitest'
import { block, toXml } from '../../test/random-diagram.ts'
import { lint } from '../index.ts'

const NUM_RUNS = Number(process.env.ZHUPI_LINT_RUNS ?? 2_000)

it('finds no error in diagrams that are right by construction', { timeout: 0 }, () =>
  fc.assert(
    fc.asyncProperty(block, async (drawn) => {
      const issues = await lint(toXml(drawn))
      // A default branch beside conditions over names of their own, tasks without people: all of it runs.
      expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
      const certain = ['runs-twice', 'unreachable', 'unconditional-branch']
      expect(issues.filter(({ rule }) => certain.includes(rule))).toEqual([])
    }),
    { numRuns: NUM_RUNS },
  ),
)
