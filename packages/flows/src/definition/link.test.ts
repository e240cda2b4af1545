import { expect, it } from 'vitest'
import { link, type ProcessDefinition, parse, parseAll } from '../index.ts'

const definitions = (inside: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhupi="urn:zhupi:bpmn:1">${inside}</definitions>`
const flow = (source: string, target: string) => `<sequenceFlow sourceRef="${source}" targetRef="${target}" />`
const process = (id: string, inside: string) =>
  `<process id="${id}" isExecutable="true"><startEvent id="s" />${inside}</process>`
const call = (to: string, extension = '') =>
  `<callActivity id="c" calledElement="${to}"><extensionElements>${extension}</extensionElements></callActivity>${flow('s', 'c')}`

it('puts each called process under keys of its own, once', async () => {
  const definition = await parse(
    definitions(
      process(
        'p',
        `${call('q')}<callActivity id="d" calledElement="q"><standardLoopCharacteristics loopMaximum="2" /></callActivity>`,
      ),
    ),
  )
  const q = await parse(definitions(process('q', `<userTask id="u" />${flow('s', 'u')}`)))
  const linked = link(definition, { processes: [q] })
  expect(Object.keys(linked.elements)).toEqual(['s', 'c', 'd', 'd#each', 'q/s', 'q/u'])
  expect(linked.elements['q/u']).toMatchObject({ id: 'q/u', bareId: 'u', incoming: ['q/s-u'] })
  expect(linked.elements.c?.starts).toEqual(['q/s'])
  expect(linked.elements['d#each']).toMatchObject({ bareId: 'd', starts: ['q/s'] })
  expect(Object.isFrozen(linked.elements)).toBe(true)
  expect(link(linked, { processes: [q] }).elements).toEqual(linked.elements)
})

it('asks for the version that is drawn', async () => {
  const versioned = await parse(definitions(process('p', call('q', '<zhupi:call binding="version" version="3" />'))))
  const asked: unknown[] = []
  const q = await parse(definitions(process('q', '')))
  const processes = (wanted: { processId: string; version?: string }): ProcessDefinition => {
    asked.push(wanted)
    return q
  }
  expect(Object.keys(link(versioned, { processes }).elements)).toContain('q@3/s')
  expect(asked).toEqual([{ processId: 'q', version: '3' }])
})

it('gives the definition itself where it calls nothing', async () => {
  const definition = await parse(definitions(process('p', '')))
  expect(link(definition)).toBe(definition)
})

it('reads every process of a diagram, the one to run first', async () => {
  const xml = definitions(`<process id="a"><startEvent id="sa" /></process>${process('b', '')}`)
  expect((await parseAll(xml)).map(({ id }) => id)).toEqual(['b', 'a'])
})

it.each([
  ['nothing to call', '<callActivity id="c" />', 'REFERENCE_MISSING'],
  ['a version that is not named', call('q', '<zhupi:call binding="version" />'), 'APPROVAL_INVALID'],
  ['a mapping without a source', call('q', '<zhupi:call><zhupi:in target="x" /></zhupi:call>'), 'APPROVAL_INVALID'],
  [
    'a formula without a target',
    call('q', '<zhupi:call><zhupi:out source="x + 1" /></zhupi:call>'),
    'APPROVAL_INVALID',
  ],
])('refuses %s', async (_, inside, code) => {
  await expect(parse(definitions(process('p', inside)))).rejects.toMatchObject({ code, details: { elementId: 'c' } })
})
