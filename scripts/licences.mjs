/**
 * Which licence every package carries that is delivered with Zhupi. Fails where one is not on the list of those that let
 * an office use, change and pass on the whole; `node scripts/licences.mjs` prints the counts.
 */
import { execFileSync } from 'node:child_process'
import { PNPM } from './run.mjs'

const PERMISSIVE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
])

/** Read by a person, with what they ask for. */
const READ = {
  'bpmn-js': 'MIT, and the bpmn.io mark stays visible on every diagram',
}

const [program, ...args] = [...PNPM, 'licenses', 'list', '--prod', '--json']
const listed = JSON.parse(execFileSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }))

const counts = []
const refused = []
for (const [licence, packages] of Object.entries(listed)) {
  const others = isPermissive(licence) ? [] : packages.filter(({ name }) => !(name in READ))
  counts.push(`${packages.length} ${licence}`)
  refused.push(...others.map(({ name, versions }) => `${name} ${versions.join(', ')}: ${licence}`))
}
console.info(`Licences of what is delivered: ${counts.join(', ')}.`)
for (const [name, terms] of Object.entries(READ)) console.info(`Read by hand: ${name} (${terms}).`)
for (const line of refused) console.error(`Licence not on the list: ${line}`)
process.exit(refused.length ? 1 : 0)

/** An SPDX expression: of `A OR B` one may be chosen, of `A AND B` both hold. */
function isPermissive(expression) {
  const plain = expression.replaceAll(/[()]/g, '')
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((one) => PERMISSIVE.has(one.trim())))
}
