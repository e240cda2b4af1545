/**
 * `pnpm mutate [--sample N] [--seed S]`: breaks the engine in N small ways, one at a time, and tells which ones no test
 * notices. Every mutant is built in at once behind a switch (`mutation/`); a first run of the tests finds out which test
 * files come by which mutant, and only these are run again with it turned on. What never ends counts as noticed.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findMutants } from './mutation/find-mutants.ts'

const ENGINE = 'packages/flows/src/engine'
/** Enough random runs to notice what they can notice soon. */
const RANDOM_RUNS = '200'
const LONGEST_MS = 180_000

const { values } = parseArgs({
  options: {
    sample: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
  },
})

const all = readdirSync(ENGINE, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .sort()
  .map((name) => join(ENGINE, name))
  .flatMap((file) => findMutants(readFileSync(file, 'utf8')).map((mutant) => ({ ...mutant, file })))
  .map((mutant, id) => ({ ...mutant, id }))
const chosen = sample(all, Number(values.sample), Number(values.seed)).sort((one, other) => one.id - other.id)

const folder = mkdtempSync(join(tmpdir(), 'zhupi-mutants-'))
const [list, hitsFile] = [join(folder, 'mutants.json'), join(folder, 'hits.jsonl')]
writeFileSync(list, JSON.stringify(chosen))
writeFileSync(hitsFile, '')

if ((await runTests([], { ZHUPI_MUTANT_HITS: hitsFile })) !== 'passed')
  throw new Error('the tests fail without a mutant')
const hits = readFileSync(hitsFile, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as { test: string; ms: number; hits: number[] })
  .sort((one, other) => one.ms - other.ms)

const survivors: typeof chosen = []
const unreached: typeof chosen = []
const pending = [...chosen]
await Promise.all(Array.from({ length: Number(values.jobs) }, work))

const killed = chosen.length - survivors.length - unreached.length
const score = ((100 * killed) / chosen.length).toFixed(1)
console.info(
  `${chosen.length} of ${all.length} mutants, seed ${values.seed}: ${killed} killed, ${survivors.length} survived, ${unreached.length} reached by no test, score ${score} %`,
)

async function work(): Promise<void> {
  for (let mutant = pending.shift(); mutant; mutant = pending.shift()) {
    const { id } = mutant
    const tests = hits.filter((entry) => entry.hits.includes(id)).map(({ test }) => test)
    if (tests.length === 0) tell(unreached, mutant, 'reached by no test')
    else if ((await runTests(tests, { ZHUPI_MUTANT: String(id) })) === 'passed') tell(survivors, mutant, 'survived')
    const done = chosen.length - pending.length
    if (done % 20 === 0) console.info(`${done} of ${chosen.length}`)
  }
}

function tell(list: typeof chosen, mutant: (typeof chosen)[number], word: string): void {
  list.push(mutant)
  console.info(`${word}: ${mutant.file}:${mutant.line}  ${mutant.what}`)
}

/** Runs these test files, or all of them, until the first test fails. */
function runTests(tests: string[], env: Record<string, string>): Promise<'passed' | 'failed'> {
  const together = tests.length > 0 ? ['--bail', '1', '--no-isolate', '--no-file-parallelism', '--pool', 'threads'] : []
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'scripts/mutation/vitest.config.ts']
  return new Promise((done) => {
    const child = spawn(process.execPath, [...vitest, '--silent', '--reporter', 'dot', ...together, ...tests], {
      stdio: 'ignore',
      env: {
        ...process.env,
        ZHUPI_MUTANTS: list,
        ZHUPI_RUNS: RANDOM_RUNS,
        ZHUPI_LINT_RUNS: '100',
        ZHUPI_MUTANT_TESTS: tests.join('\n'),
        ...env,
      },
      ...(tests.length > 0 && { timeout: LONGEST_MS, killSignal: 'SIGKILL' }),
    })
    child.on('exit', (code) => done(code === 0 ? 'passed' : 'failed'))
  })
}

/** N of them, the same for the same seed (a linear congruential generator, as in POSIX). */
function sample<T>(items: readonly T[], count: number, seed: number): T[] {
  const left = [...items]
  let state = seed
  return Array.from({ length: Math.min(count, items.length) }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    return left.splice(state % left.length, 1)[0] as T
  })
}
