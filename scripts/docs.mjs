/**
 * `npx tsx --conditions=source scripts/docs.mjs`: writes the documents and types that are made from code; `--check` only says
 * which are stale.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { documents } from '../packages/server/src/documents.ts'

const ROOT = new URL('..', import.meta.url)
/** Who speaks HTTP by types: the plugin may not import the server, so each has its own copy of the same text. */
const TYPES = ['packages/plugin/src/api/openapi.ts', 'packages/server/src/client/openapi.ts']

const check = process.argv.includes('--check')
const made = documents()
const files = Object.entries(made).map(([name, text]) => [`docs/${name}`, text])
const types = await typesOf(made['openapi.json'])
let stale = 0
for (const [name, text] of [...files, ...TYPES.map((name) => [name, types])]) {
  const file = fileURLToPath(new URL(name, ROOT))
  if (read(file) === text) continue
  stale += 1
  if (check) console.error(`${name} is stale: run \`npx tsx --conditions=source scripts/docs.mjs\`.`)
  else writeFileSync(file, text)
}
process.exit(check && stale ? 1 : 0)

async function typesOf(document) {
  const resolve = createRequire(new URL('packages/plugin/package.json', ROOT)).resolve
  const {
    astToString,
    COMMENT_HEADER,
    default: openapiTypes,
  } = await import(pathToFileURL(resolve('openapi-typescript')).href)
  return COMMENT_HEADER + astToString(await openapiTypes(JSON.parse(document), { emptyObjectsUnknown: true }))
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
