import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { BpmnModdle } from 'bpmn-moddle'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { block, toXml } from '../../test/random-diagram.ts'
import { fromOther, parse, zhupiModdle } from '../index.ts'

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url))

/** Every diagram of ours: those of the examples and of the engine's tests. */
const DIAGRAMS = ['examples', 'packages/flows/src/engine'].flatMap((folder) =>
  readdirSync(`${ROOT}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.bpmn') && !file.includes('node_modules'))
    .map((file) => `${folder}/${file}`),
)

/** bpmn-moddle drops a `loopDataInputRef` or `loopDataOutputRef` that names a variable; the same in our words it keeps. */
function inOurWords(xml: string): string {
  return xml.replace(
    /(<bpmn:multiInstanceLoopCharacteristics[^>]*)><bpmn:loopDataInputRef>(.*?)<\/bpmn:loopDataInputRef>(?:<bpmn:loopDataOutputRef>(.*?)<\/bpmn:loopDataOutputRef>)?/g,
    (_, marker: string, input: string, output?: string) =>
      `${marker} zhupi:collection="${input}"${output === undefined ? '' : ` zhupi:resultCollection="${output}"`}>`,
  )
}

/** What every editor on bpmn-moddle does, bpmn-js among them: read, and write again. */
async function saved(xml: string, packages: Record<string, unknown>): Promise<string> {
  const moddle = new BpmnModdle(packages)
  const { rootElement } = await moddle.fromXML(xml)
  return (await moddle.toXML(rootElement, { format: true })).xml
}

it.each(DIAGRAMS)('keeps all of %s, whether the editor knows our extension or not', async (file) => {
  const drawn = readFileSync(`${ROOT}/${file}`, 'utf8')
  const definition = await parse(drawn)
  const xml = inOurWords(drawn)
  for (const packages of [{ zhupi: zhupiModdle }, {}]) {
    const again = await saved(xml, packages)
    expect(await parse(again)).toEqual(definition)
    expect(await saved(again, packages)).toBe(again)
  }
})

it.each(DIAGRAMS)('finds nothing of others in %s', async (file) => {
  const xml = readFileSync(`${ROOT}/${file}`, 'utf8')
  expect(await fromOther(xml)).toEqual({ xml, from: 'bpmn', changes: [], dropped: [] })
})

it('keeps random diagrams as well, and has nothing to do with them', () =>
  fc.assert(
    fc.asyncProperty(block, async (drawn) => {
      const xml = toXml(drawn)
      expect(await parse(await saved(xml, { zhupi: zhupiModdle }))).toEqual(await parse(xml))
      expect((await fromOther(xml)).xml).toBe(xml)
    }),
    { numRuns: 100 },
  ))
