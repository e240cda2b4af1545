/** `npm test`: installs, checks, builds, then every test: unit, integration, browser. Ends with `N passed, N failed`. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { requireChromium } from './chromium.mjs'
import { databaseLines } from './database-counts.mjs'
import { must, PNPM, run } from './run.mjs'

const RESULTS = 'test-results'
const VITEST = `${RESULTS}/vitest.json`
const PLAYWRIGHT = `${RESULTS}/playwright.json`

must([...PNPM, 'install', '--frozen-lockfile'])
const CHROMIUM_PATH = requireChromium()
rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS, { recursive: true })

const total = { passed: 0, failed: 0 }
function count(ok, passed = 0, failed = 0) {
  total.passed += passed
  total.failed += Math.max(failed, ok ? 0 : 1)
}

count(run(['node', 'scripts/check.mjs']))
count(run([...PNPM, 'build']))
count(run(['node', 'packages/plugin/scripts/size.mjs']))

const unit = run(['npx', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST}`], {
  CHROMIUM_PATH,
})
const vitest = existsSync(VITEST) ? JSON.parse(readFileSync(VITEST, 'utf8')) : {}
count(unit, vitest.numPassedTests, vitest.numFailedTests)

const browser = run(['npx', 'playwright', 'test', '--reporter=list,json'], {
  CHROMIUM_PATH,
  PLAYWRIGHT_JSON_OUTPUT_NAME: PLAYWRIGHT,
})
const { stats } = existsSync(PLAYWRIGHT) ? JSON.parse(readFileSync(PLAYWRIGHT, 'utf8')) : {}
count(browser, stats?.expected, stats?.unexpected)

console.info(`\n${databaseLines(vitest).join('\n')}`)
console.info(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed ? 1 : 0)
