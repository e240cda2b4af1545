/** `pnpm bench [name…]`: prints one JSON line a row, ours and the peer measured in the same run. */
import { readdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { must, PNPM } from './run.mjs'

const wanted = process.argv.slice(2)
must([...PNPM, 'exec', 'tsc', '-b'])

const files = readdirSync('packages')
  .flatMap((name) => benches(`packages/${name}/bench`))
  .filter((file) => !wanted.length || wanted.some((word) => file.includes(word)))

for (const file of files) {
  const { rows } = await import(pathToFileURL(file).href)
  for (const row of await rows()) console.info(JSON.stringify(row))
}
process.exit(0)

function benches(folder) {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.bench.ts') || name.endsWith('.bench.mjs'))
      .map((name) => `${folder}/${name}`)
  } catch {
    return []
  }
}
