/** Format, lint and import rules, types, licences, and files that are generated from code. */
import { run } from './run.mjs'

const checks = [
  ['format, lint and import rules', ['npx', 'biome', 'ci', '.']],
  ['types', ['npx', 'tsc', '-b']],
  ['licences', ['node', 'scripts/licences.mjs']],
  ['generated documents', ['npx', 'tsx', '--conditions=source', 'scripts/docs.mjs', '--check']],
]

const failed = checks.filter(([, command]) => !run(command)).map(([name]) => name)
for (const name of failed) console.error(`check failed: ${name}`)
process.exit(failed.length ? 1 : 0)
