/** `npx tsx --conditions=source scripts/docs.mjs`: writes the documents that are made from code; `--check` only says which are stale. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { documents } from '../packages/server/src/documents.ts'

const check = process.argv.includes('--check')
let stale = 0
for (const [name, text] of Object.entries(documents())) {
  const file = fileURLToPath(new URL(`../docs/${name}`, import.meta.url))
  if (read(file) === text) continue
  stale += 1
  if (check) console.error(`docs/${name} is stale: run \`node scripts/docs.mjs\` after a build.`)
  else writeFileSync(file, text)
}
process.exit(check && stale ? 1 : 0)

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
