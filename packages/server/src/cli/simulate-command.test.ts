import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished, vi } from 'vitest'
import { runZhupi } from '../../test/run-zhupi.ts'

// Each run is a process of its own.
vi.setConfig({ testTimeout: 180_000 })

const LEAVE = fileURLToPath(new URL('../../../../examples/leave-request/flows/leave.bpmn', import.meta.url))

async function play(...lines: string[]) {
  const { code, stdout } = await runZhupi(['simulate', LEAVE], { stdin: `${lines.join('\n')}\n` })
  return {
    code,
    answers: stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  }
}

it('answers the state after each command: FEEL decides, who waits is named', async () => {
  const { code, answers } = await play(
    '{"start":{"variables":{"天数":5}}}',
    '',
    '{"completeAll":true}',
    '{"completeAll":true}',
  )
  expect(code).toBe(0)
  expect(
    answers.map(({ status, waiting }) => [status, ...waiting.map(({ element }: { element: string }) => element)]),
  ).toEqual([['running', 'head'], ['running', 'deputy'], ['completed']])
})

it('answers what it refuses, a line that is not JSON too, and stays where it was', async () => {
  const { code, answers } = await play(
    '{"completeAll":true}',
    '{"start":{}}',
    '{oops',
    '{"dance":1}',
    '{"complete":"deputy"}',
    '{"completeAll":true}',
  )
  expect(code).toBe(0)
  expect(answers.map(({ error, status }) => error?.code ?? status)).toEqual([
    'NOT_STARTED',
    'running',
    'COMMAND_INVALID',
    'COMMAND_INVALID',
    'TASK_NOT_FOUND',
    'completed',
  ])
})

it('says what is wrong with a diagram, a file or a process that is not there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-simulate-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const broken = join(folder, 'broken.bpmn')
  writeFileSync(broken, '<nothing/>')
  expect(await runZhupi(['simulate', broken])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('DIAGRAM_INVALID'),
  })
  expect(await runZhupi(['simulate', join(folder, 'missing.bpmn')])).toMatchObject({ code: 2 })
  const unknown = await runZhupi(['simulate', LEAVE, '--process', 'other'])
  expect(unknown).toMatchObject({ code: 2, stderr: 'No process other in these files; they have: leave\n' })
})

it('plays a diagram of Flowable', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-simulate-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'flowable.bpmn20.xml')
  writeFileSync(
    file,
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn" targetNamespace="t">
      <process id="p" isExecutable="true"><startEvent id="s" flowable:initiator="starter" />
        <userTask id="a" flowable:assignee="\${starter}" /><exclusiveGateway id="x" default="no" />
        <userTask id="b" flowable:candidateUsers="u1,u2" /><endEvent id="e" />
        <sequenceFlow id="f1" sourceRef="s" targetRef="a" /><sequenceFlow id="f2" sourceRef="a" targetRef="x" />
        <sequenceFlow id="yes" sourceRef="x" targetRef="b"><conditionExpression>\${!empty reason &amp;&amp; days ge 3}</conditionExpression></sequenceFlow>
        <sequenceFlow id="no" sourceRef="x" targetRef="e" /><sequenceFlow id="f3" sourceRef="b" targetRef="e" /></process></definitions>`,
  )
  const lines = ['{"start":{"variables":{"days":3,"reason":"x"}}}', '{"completeAll":true}']
  const { code, stdout } = await runZhupi(['simulate', file], { stdin: `${lines.join('\n')}\n` })
  expect(code).toBe(0)
  const [, second = ''] = stdout.trimEnd().split('\n')
  expect(JSON.parse(second)).toMatchObject({ waiting: [{ element: 'b', people: ['u1', 'u2'] }] })
  expect(await runZhupi(['check', file])).toMatchObject({ code: 0 })
})

it('finds what a call activity calls in the other files, and in the same one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-simulate-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const process = (id: string, inside: string) =>
    `<process id="${id}" isExecutable="true"><startEvent id="${id}-start" />${inside}<sequenceFlow id="${id}-flow" sourceRef="${id}-start" targetRef="${id}-work" /></process>`
  const files = {
    'first.bpmn': [process('first', '<callActivity id="first-work" calledElement="second" />')],
    'second.bpmn': [
      process('second', '<callActivity id="second-work" calledElement="third" />'),
      process('third', '<userTask id="third-work" />'),
    ],
  }
  const paths = Object.entries(files).map(([name, processes]) => {
    const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">${processes.join('')}</definitions>`
    writeFileSync(join(folder, name), xml)
    return join(folder, name)
  })
  const { stdout } = await runZhupi(['simulate', ...paths], { stdin: '{"start":{}}\n{"complete":"third-work"}\n' })
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(answers).toMatchObject([
    { status: 'running', waiting: [{ element: 'third-work', kind: 'user' }] },
    { status: 'completed', waiting: [] },
  ])
})

it('decides by the tables of .dmn files', async () => {
  const drawn = (name: string) =>
    fileURLToPath(new URL(`../../../flows/src/engine/behaviors/decision-task.${name}`, import.meta.url))
  const stdin = '{"start":{"variables":{"points":75}}}\n'
  const { code, stdout } = await runZhupi(['simulate', drawn('bpmn'), drawn('dmn')], { stdin })
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ variables: { level: 'B', years: 5, bonus: 7500 } })
})

/** Writes diagrams into a folder of their own; answers their paths. */
function written(...processes: string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-simulate-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return processes.map((body, index) => {
    const path = join(folder, `${index}.bpmn`)
    writeFileSync(path, `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">${body}</definitions>`)
    return path
  })
}

const oneTask = (id: string) =>
  `<process id="${id}" isExecutable="true"><startEvent id="${id}-s" /><userTask id="${id}-task" name="审核" /><sequenceFlow id="${id}-f" sourceRef="${id}-s" targetRef="${id}-task" /></process>`
const broken = '<process id="broken" isExecutable="true"><userTask id="alone" /></process>'

it('plays the process that --process names, of whichever file, though another in it cannot run', async () => {
  const files = written(oneTask('one'), broken + oneTask('two'))
  const stdin = '{"start":{}}\n'
  const answer = async (...args: string[]) => JSON.parse((await runZhupi(['simulate', ...args], { stdin })).stdout)
  expect(await answer(...files, '--process', 'two')).toMatchObject({ waiting: [{ element: 'two-task' }] })
  expect(await answer('--process', 'one', ...files)).toMatchObject({ waiting: [{ element: 'one-task' }] })
  const refused = { code: 1, stdout: '', stderr: expect.stringMatching(/1\.bpmn: DIAGRAM_INVALID/) }
  expect(await runZhupi(['simulate', ...files, '--process', 'broken'], { stdin })).toMatchObject(refused)
  expect(await runZhupi(['simulate', ...files.slice(1)], { stdin })).toMatchObject(refused)
})

it('tells on stderr, with --trace, what moved and who is waited for; stdout stays JSON', async () => {
  const files = written(oneTask('one'))
  const stdin = '{"start":{}}\n{"complete":"nothing"}\n'
  const { stdout, stderr } = await runZhupi(['simulate', '--trace', ...files], { stdin })
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => Object.keys(JSON.parse(line))[0]),
  ).toEqual(['status', 'error'])
  expect(stderr.split('\n')).toEqual([
    '> {"start":{}}',
    '  流程 one 由 initiator 发起',
    '  到 one-s',
    '  离开 one-s',
    '  one-s → 审核(one-task)',
    '  到 审核(one-task)',
    '  待办 审核(one-task)：任何人',
    '  = 等待 审核(one-task)：任何人',
    '> {"complete":"nothing"}',
    expect.stringMatching(/^ {2}! TASK_NOT_FOUND: /),
    '',
  ])
  const english = await runZhupi(['simulate', '--trace', '--lang', 'en', ...files], { stdin })
  expect(english.stderr).toContain('  = waits at 审核(one-task) for anybody\n')
})
