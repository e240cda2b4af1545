import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { layOut } from '../../test/lay-out.ts'
import { block, toXml } from '../../test/random-diagram.ts'
import { parse, parseAll } from '../definition/parse.ts'
import { fromOther } from '../interop/from-other.ts'
import { type FlowModeler, openModeler } from './modeler.ts'

/** Every diagram of the examples and of the engine's tests, and those of others that run. */
const DRAWN = {
  ...import.meta.glob<string>('../../../../examples/**/*.bpmn', { query: '?raw', import: 'default' }),
  ...import.meta.glob<string>(['../{engine,forecast,simulate}/**/*.bpmn'], { query: '?raw', import: 'default' }),
}
const OF_OTHERS = import.meta.glob<string>('../../test/public/**/*.bpmn', { query: '?raw', import: 'default' })

async function open(xml: string): Promise<FlowModeler> {
  const container = document.createElement('div')
  Object.assign(container.style, { width: '1200px', height: '800px' })
  document.body.append(container)
  const modeler = await openModeler(container, { xml, language: 'zh-CN', onChange: () => {}, onSelect: () => {} })
  const close = () => {
    modeler.destroy()
    container.remove()
  }
  return { ...modeler, destroy: close }
}

/** What the modeler writes when nothing was changed. */
async function saved(xml: string): Promise<string> {
  const modeler = await open(xml)
  try {
    return await modeler.xml()
  } finally {
    modeler.destroy()
  }
}

/** What of the extension is in a diagram, whatever the order of attributes and the prefix. */
function extension(xml: string): string[] {
  const all = new DOMParser().parseFromString(xml, 'text/xml').querySelectorAll('*')
  return [...all].flatMap((element) => {
    const isOurs = (namespace: string | null) => namespace === 'urn:zhupi:bpmn:1'
    const attributes = [...element.attributes].filter(
      (one) => one.prefix !== 'xmlns' && (isOurs(element.namespaceURI) || isOurs(one.namespaceURI)),
    )
    const texts = attributes.map(({ localName, value }) => `${localName}=${value}`).sort()
    return isOurs(element.namespaceURI) || texts.length > 0 ? [`${element.localName} ${texts.join(' ')}`] : []
  })
}

/** The editor drops a `loopDataInputRef` or `loopDataOutputRef` that names a variable; the same in our words it keeps. */
function inOurWords(xml: string): string {
  return xml.replace(
    /(<bpmn:multiInstanceLoopCharacteristics[^>]*)><bpmn:loopDataInputRef>(.*?)<\/bpmn:loopDataInputRef>(?:<bpmn:loopDataOutputRef>(.*?)<\/bpmn:loopDataOutputRef>)?/g,
    (_, marker: string, input: string, output?: string) =>
      `${marker} zhupi:collection="${input}"${output === undefined ? '' : ` zhupi:resultCollection="${output}"`}>`,
  )
}

it('finds the diagrams', () => {
  expect(Object.keys(DRAWN).length).toBeGreaterThan(50)
  expect(Object.keys(OF_OTHERS).length).toBe(53)
})

it.each(Object.entries(DRAWN))('keeps all of %s', async (_, load) => {
  const xml = inOurWords(await load())
  const again = await saved(xml)
  expect(await parse(again)).toEqual(await parse(xml))
  expect(extension(again)).toEqual(extension(xml))
})

it.each(Object.entries(OF_OTHERS))('keeps what runs of %s, once it is ours', async (_, load) => {
  const ours = await fromOther(await load()).then(
    ({ xml }) => xml,
    () => undefined,
  )
  const definition = ours && (await parse(ours).catch(() => undefined))
  // What is refused, or has no picture, cannot be opened either.
  if (!ours || !definition || !/BPMNShape/.test(ours)) return
  expect(await parse(await saved(ours))).toEqual(definition)
})

it('keeps random diagrams', () =>
  fc.assert(
    fc.asyncProperty(block, async (drawn) => {
      const xml = layOut(toXml(drawn))
      const again = await saved(xml)
      expect(await parseAll(again)).toEqual(await parseAll(xml))
      expect(extension(again)).toEqual(extension(xml))
    }),
    { numRuns: 60 },
  ))

it('keeps what other editors wrote beside ours, and what a setting does not name', async () => {
  const [load] = Object.entries(DRAWN).flatMap(([file, load]) => (file.includes('rounds.bpmn') ? [load] : []))
  const xml = (await load?.()) ?? ''
  const strange = xml
    .replace('<bpmn:definitions ', '<bpmn:definitions xmlns:other="urn:other" ')
    .replace('<bpmn:extensionElements>', '<bpmn:extensionElements><other:note colour="red">kept</other:note>')
  const modeler = await open(strange)
  onTestFinished(() => modeler.destroy())
  const [step] = modeler.steps().filter(({ type }) => type === 'bpmn:UserTask')
  modeler.rename(step?.id ?? '', '区县意见')
  const again = await modeler.xml()
  expect(again).toMatch(/<other:note colour="red">kept<\/other:note>/)
  expect(extension(again)).toEqual(extension(strange))
  expect((await parse(again)).elements[step?.id ?? '']?.name).toBe('区县意见')
})
