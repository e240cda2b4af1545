import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished, vi } from 'vitest'
import { runZhupi } from '../../test/run-zhupi.ts'

// Each run is a process of its own.
vi.setConfig({ testTimeout: 180_000 })

const LEAVE = fileURLToPath(new URL('../../../../examples/leave-request', import.meta.url))

/** The leave request with one file changed. */
function brokenApp(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-check-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(LEAVE, folder, { recursive: true, filter: (path) => !path.includes('node_modules') })
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')))
  return folder
}

it('finds nothing wrong with the leave request, whole and file by file', async () => {
  expect(await runZhupi(['check', LEAVE])).toMatchObject({ code: 0, stdout: `ok: ${LEAVE}\n` })
  const files = ['forms/leave.form.json', 'flows/leave.bpmn', 'matters/leave.matter.json'].map((file) =>
    join(LEAVE, file),
  )
  expect(await runZhupi(['check', ...files])).toMatchObject({ code: 0 })
})

it('says file, place, code and message of what is wrong, and exits with 1', async () => {
  const app = brokenApp('directory/people.json', (text) => text.replace('"unitId": "office"', '"unitId": "nowhere"'))
  const { code, stdout, stderr } = await runZhupi(['check', app])
  expect(code).toBe(1)
  expect(stdout).toContain(`${app}/directory/people.json: 2.unitId: REFERENCE_MISSING 没有“nowhere”这个单位。`)
  expect(stderr).toBe('1 error(s)\n')
})

it('prints one JSON object for machines', async () => {
  const app = brokenApp('matters/leave.matter.json', () => '{')
  const { code, stdout } = await runZhupi(['check', '--json', app])
  expect(code).toBe(1)
  const { ok, issues } = JSON.parse(stdout)
  expect(ok).toBe(false)
  expect(issues[0]).toMatchObject({ file: `${app}/matters/leave.matter.json`, code: 'JSON_INVALID', severity: 'error' })
})

it('exits with 2 where the question is wrong', async () => {
  expect(await runZhupi(['check', '/nowhere'])).toMatchObject({ code: 2, stderr: '/nowhere: no such file or folder\n' })
  expect(await runZhupi(['check', join(LEAVE, 'README.md')])).toMatchObject({ code: 2 })
  expect(await runZhupi(['check'])).toMatchObject({ code: 2 })
  expect(await runZhupi(['dance'])).toMatchObject({ code: 2 })
  expect(await runZhupi(['--help'])).toMatchObject({ code: 0 })
})

it('checks a file of decisions', async () => {
  const rating = fileURLToPath(new URL('../../../flows/src/engine/behaviors/decision-task.dmn', import.meta.url))
  expect(await runZhupi(['check', rating])).toMatchObject({ code: 0 })
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-check-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const broken = join(folder, 'broken.dmn')
  writeFileSync(broken, readFileSync(rating, 'utf8').replace('points * 100', 'points *'))
  const { code, stdout } = await runZhupi(['check', broken])
  expect(code).toBe(1)
  expect(stdout).toContain('terms: EXPRESSION_SYNTAX')
})
