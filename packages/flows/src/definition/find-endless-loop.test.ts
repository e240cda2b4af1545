import { expect, it } from 'vitest'
import { parse } from '../index.ts'

const process = (nodes: string, flows: string[]) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><startEvent id="s" />${nodes}${flows
    .map((flow) => flow.split('>'))
    .map(([source, target]) => `<sequenceFlow sourceRef="${source}" targetRef="${target}" />`)
    .join('')}</process></definitions>`

it('finds a circle that nothing breaks, and names all of it', async () => {
  const xml = process('<exclusiveGateway id="a" /><task id="b" /><exclusiveGateway id="c" /><userTask id="u" />', [
    's>a',
    'a>b',
    'b>c',
    'c>a',
    'c>u',
  ])
  await expect(parse(xml)).rejects.toMatchObject({ code: 'ENDLESS_LOOP', details: { elements: ['a', 'b', 'c'] } })
})

it('lets a circle pass in which somebody is asked', async () => {
  const xml = process('<exclusiveGateway id="a" /><userTask id="u" /><exclusiveGateway id="c" />', [
    's>a',
    'a>u',
    'u>c',
    'c>a',
  ])
  await expect(parse(xml)).resolves.toBeDefined()
})

it('walks a line of ten thousand elements without trouble', async () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => `g${index}`)
  const nodes = ids.map((id) => `<exclusiveGateway id="${id}" />`).join('')
  const flows = ids.slice(1).map((id, index) => `g${index}>${id}`)
  await expect(parse(process(nodes, [`s>g0`, ...flows]))).resolves.toBeDefined()
})
