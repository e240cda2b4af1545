import { expect, it } from 'vitest'
import { lint } from '../index.ts'

const within = (inside: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="p" isExecutable="true">${inside}</process></definitions>`
const flow = (source: string, target: string) =>
  `<sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}" />`
const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => part(at)).join('')

it.each([
  [
    'a line of ten thousand steps that nothing leads to',
    `<startEvent id="s" />${times(10_000, (at) => `<task id="t${at}" />`)}${times(9_999, (at) => flow(`t${at}`, `t${at + 1}`))}`,
  ],
  [
    'ten thousand steps in a circle',
    `<startEvent id="s" />${flow('s', 't0')}${times(10_000, (at) => `<receiveTask id="t${at}" />`)}${times(10_000, (at) => flow(`t${at}`, `t${(at + 1) % 10_000}`))}`,
  ],
  [
    'a split of three thousand branches',
    `<startEvent id="s" /><parallelGateway id="x" /><parallelGateway id="j" />${flow('s', 'x')}${times(3_000, (at) => `<task id="t${at}" />${flow('x', `t${at}`)}${flow(`t${at}`, 'j')}`)}`,
  ],
  [
    'three hundred choices side by side',
    `<startEvent id="s" /><parallelGateway id="x" /><parallelGateway id="j" />${flow('s', 'x')}${times(100, (at) => `<exclusiveGateway id="t${at}" /><task id="a${at}" />${flow('x', `t${at}`)}${flow(`t${at}`, `a${at}`)}${flow(`t${at}`, 'j')}${flow(`a${at}`, 'j')}`)}`,
  ],
  [
    'a task with two hundred timers on its edge',
    `<startEvent id="s" /><task id="t" /><parallelGateway id="j" />${flow('s', 't')}${flow('t', 'j')}${times(200, (at) => `<boundaryEvent id="b${at}" attachedToRef="t" cancelActivity="false"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>${flow(`b${at}`, 'j')}`)}`,
  ],
])('gets through %s', async (_, inside) => {
  const issues = await lint(within(inside))
  expect(issues.length).toBeLessThan(20_000)
})
