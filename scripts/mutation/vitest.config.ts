/** The tests of the flows package on sources in which mutants can be turned on; `scripts/mutate.ts` starts it. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { type Mutant, withSwitches } from './find-mutants.ts'

const mutants = JSON.parse(readFileSync(process.env.ZHUPI_MUTANTS ?? '', 'utf8')) as (Mutant & {
  id: number
  file: string
})[]

/** The quickest tests first: most mutants are noticed by the first. */
const order = (process.env.ZHUPI_MUTANT_TESTS ?? '').split('\n')
class InThisOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.sort((one, other) => order.indexOf(one.moduleId) - order.indexOf(other.moduleId))
  }
}

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source', 'node', 'default'] } },
  plugins: [
    {
      name: 'mutants',
      enforce: 'pre',
      transform(code, id) {
        const within = mutants.filter(({ file }) => resolve(file) === id)
        return within.length > 0 ? withSwitches(code, within) : undefined
      },
    },
  ],
  test: {
    root: 'packages/flows',
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/*.browser.test.*'],
    setupFiles: [resolve('scripts/mutation/setup.ts')],
    sequence: { sequencer: InThisOrder },
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
