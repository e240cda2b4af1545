import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
  const path = join(folder, file)
  writeFileSync(path, change(existsSync(path) ? readFileSync(path, 'utf8') : ''))
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

it('lints the flow with what the form and the services are', async () => {
  const app = brokenApp('flows/leave.bpmn', (text) =>
    text
      .replace('天数 &gt; 3', '天 &gt; 3')
      .replace('opinion field="部门负责人意见"', 'opinion field="部门意见"')
      .replace('<bpmn:outgoing>head-to-longer</bpmn:outgoing>', '')
      .replace('sourceRef="head" targetRef="longer"', 'sourceRef="apply" targetRef="longer"'),
  )
  const { code, stdout } = await runZhupi(['check', app])
  expect(code).toBe(1)
  expect(stdout).toContain('longer-to-deputy.conditionExpression.天: UNKNOWN_NAME “超过三天？”的表达式用了“天”')
  expect(stdout).toContain('head.zhupi:opinion: NOT_AN_OPINION “部门负责人”：表单里没有意见栏“部门意见”。')
  const alone = await runZhupi(['check', join(app, 'flows/leave.bpmn')])
  expect(alone).toMatchObject({ code: 0 })
})

it('says of a diagram of another engine what is lost, and what cannot be translated', async () => {
  const flowable = (condition: string) => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:flowable="http://flowable.org/bpmn" targetNamespace="t"><process id="p" isExecutable="true"><startEvent id="s" />
    <userTask id="a" flowable:assignee="u1" flowable:formKey="k" /><exclusiveGateway id="x" default="no" /><endEvent id="e" />
    <sequenceFlow id="f1" sourceRef="s" targetRef="a" /><sequenceFlow id="f2" sourceRef="a" targetRef="x" />
    <sequenceFlow id="yes" sourceRef="x" targetRef="e"><conditionExpression>${condition}</conditionExpression></sequenceFlow>
    <sequenceFlow id="no" sourceRef="x" targetRef="e" /></process></definitions>`
  const file = join(
    brokenApp('flows/other.bpmn20.xml', () => flowable('${days == 3}')),
    'flows/other.bpmn20.xml',
  )
  const taken = await runZhupi(['check', file])
  expect(taken.code).toBe(0)
  expect(taken.stdout).toContain('a.formKey: NOT_CARRIED_OVER （提醒）formKey（k）没有带过来')
  writeFileSync(file, flowable('${rules.check(x)}'))
  const refused = await runZhupi(['check', file])
  expect(refused.code).toBe(1)
  expect(refused.stdout).toContain('yes.conditionExpression: EXPRESSION_UNTRANSLATABLE ${rules.check(x)} 换不成 FEEL')
})

it('says in Chinese what a diagram is refused for, and what else is wrong', async () => {
  const app = brokenApp('flows/leave.bpmn', (text) =>
    text
      .replace('sourceRef="deputy" targetRef="approved"', 'sourceRef="deputy" targetRef="longer"')
      .replaceAll('userTask', 'task'),
  )
  const { code, stdout } = await runZhupi(['check', join(app, 'flows/leave.bpmn')])
  expect(code).toBe(1)
  expect(stdout).toMatch(/ENDLESS_LOOP .*连成一圈/)
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
