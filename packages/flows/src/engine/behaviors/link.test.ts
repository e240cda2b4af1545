import { expect, it } from 'vitest'
import { diagram, start } from '../../../test/start.ts'
import { parse } from '../../index.ts'

it('goes on at the catch event of its name', async () => {
  const run = start(await diagram(import.meta.url, 'link.bpmn'))
  run.complete('a')
  expect(run.waitingAt()).toEqual(['b'])
  run.return('b', 'a')
  expect(run.waitingAt()).toEqual(['a'])
})

it('is refused where there is none', async () => {
  const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><startEvent id="s" />
    <intermediateThrowEvent id="out"><linkEventDefinition name="x" /></intermediateThrowEvent></process></definitions>`
  await expect(parse(xml)).rejects.toMatchObject({ code: 'REFERENCE_MISSING', details: { elementId: 'out' } })
})
