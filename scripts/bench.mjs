/**
 * `pnpm bench [name…]`: prints one JSON line a row, ours and the peer measured in the same run. Our packages are measured as
 * they are built and shipped: what a loader puts into sources to run them unbuilt would be measured, too.
 */
import { readdirSync } from 'node:fs'
import { must, PNPM, run } from './run.mjs'

const wanted = process.argv.slice(2)
must([...PNPM, 'exec', 'tsc', '-b'])

const files = readdirSync('packages')
  .flatMap((name) => benches(`packages/${name}/bench`))
  .filter((file) => !wanted.length || wanted.some((word) => file.includes(word)))

const failed = files.filter((file) => !run(['npx', 'tsx', 'scripts/bench-file.ts', file]))
process.exit(failed.length ? 1 : 0)

function benches(folder) {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.bench.ts'))
      .map((name) => `${folder}/${name}`)
  } catch {
    return []
  }
}
