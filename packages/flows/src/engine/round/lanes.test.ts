import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { refused, start } from '../../../test/start.ts'
import { parse, parseAll } from '../../index.ts'

const xml = readFileSync(new URL('lanes.bpmn', import.meta.url), 'utf8')
const office = await parse(xml)

/** Goes as far as this step, everybody approving. */
function upTo(step: string) {
  const run = start(office)
  for (let task = run.tasks()[0]; task && !task.startsWith(`${step} `); task = run.tasks()[0]) {
    run.complete(task.split(' ')[0] ?? '')
  }
  return run
}

it.each([
  ['a lane that has inner ones, where the step lies in none of them', 'register', '区县'],
  ['the innermost lane', 'clerk', '区县经办'],
  ['the lane and whom another rule names', 'head', '区县负责人,u1'],
  ['the lane of the sub-process around the step', 'inside', '市人社局'],
  ['a lane without a name, by its id', 'archive', 'unnamed'],
  ['another lane that the rule names', 'named', '省厅'],
  ['nobody outside of every lane, so that the policy decides', 'outside', 'administrator'],
])('asks %s', (_, step, people) => {
  expect(upTo(step).tasks()).toEqual([`${step} ${people}`])
})

it('stops where a step lies in no lane and nothing else is said', () => {
  const run = upTo('outside')
  expect(refused('NOBODY_FOUND', () => run.complete('outside'))).toMatchObject({ elementId: 'nobody' })
})

it('keeps the lanes of two pools apart', async () => {
  const [first, second] = await parseAll(xml)
  expect([first?.id, second?.id]).toEqual(['office', 'applicant'])
  expect(start(await parse(xml, { processId: 'applicant' })).tasks()).toEqual(['correct 单位专员'])
  expect(second?.elements.correct?.lanes).toEqual(['单位专员'])
  expect(office.elements.clerk?.lanes).toEqual(['区县', '区县经办'])
})
