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
