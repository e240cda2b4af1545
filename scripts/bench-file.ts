/** Runs the rows of one bench file in a process of its own. */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** One comparison: `ours` and `peer` are medians in `unit`, `ratio` is ours divided by the peer's. */
export interface BenchRow {
  bench: string
  ours: number
  peer: number
  unit: string
  ratio: number
}

const [file] = process.argv.slice(2)
if (!file) throw new Error('usage: bench-file FILE.bench.ts')
const { rows } = (await import(pathToFileURL(resolve(file)).href)) as { rows(): Promise<BenchRow[]> }
for (const row of await rows()) console.info(JSON.stringify(row))
process.exit(0)
