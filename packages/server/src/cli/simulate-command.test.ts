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

it('decides by the tables of .dmn files', async () => {
  const drawn = (name: string) =>
    fileURLToPath(new URL(`../../../flows/src/engine/behaviors/decision-task.${name}`, import.meta.url))
  const stdin = '{"start":{"variables":{"points":75}}}\n'
  const { code, stdout } = await runZhupi(['simulate', drawn('bpmn'), drawn('dmn')], { stdin })
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ variables: { level: 'B', years: 5, bonus: 7500 } })
})
