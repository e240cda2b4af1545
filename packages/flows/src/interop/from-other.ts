/// <reference path="../definition/bpmn-moddle.d.ts" />
import { BpmnModdle } from 'bpmn-moddle'
import { localName, type Reference, readDiagram } from '../definition/read-diagram.ts'
import { FlowError } from '../errors.ts'
import { CONCEPTS } from './concepts/index.ts'
import { ForeignDiagram } from './foreign-diagram.ts'
import { ForeignElement, type ForeignModdle } from './foreign-element.ts'
import type { Change, Loss, Vendor } from './report.ts'

export interface FromOther {
  /** BPMN with our extension and none of the vendor's; the very text that came in where there was nothing to do. */
  xml: string
  from: Vendor
  changes: Change[]
  dropped: Loss[]
}

/**
 * Turns a diagram of Camunda 7, Camunda 8, Flowable or Activiti into one of ours: their attributes become our extension,
 * their expressions FEEL. What has no counterpart is in `dropped`, never lost in silence. A diagram of ours is left alone.
 *
 * @param xml at most 2 MB, without a DOCTYPE
 * @throws FlowError `DIAGRAM_INVALID`, `DIAGRAM_TOO_LARGE`, `REFERENCE_MISSING`; `EXPRESSION_UNTRANSLATABLE` where a condition, a timer or a script
 *   has no FEEL, since a case would take another way than the one drawn: `details.dropped` lists them all
 */
export async function fromOther(xml: string): Promise<FromOther> {
  const moddle = new BpmnModdle()
  const { root, references } = await readDiagram<ForeignModdle>(xml, moddle)
  const diagram = new ForeignDiagram(root, moddle)
  for (const concept of CONCEPTS) for (const element of diagram.elements()) concept(element)

  const { from, prefixes, changes, dropped, refused } = diagram
  if (refused.length > 0) {
    throw new FlowError('EXPRESSION_UNTRANSLATABLE', { elementId: refused[0]?.elementId, dropped: refused })
  }
  if (from === 'bpmn' && changes.length === 0 && dropped.length === 0) return { xml, from, changes, dropped }
  for (const reference of references) keepUndrawnData(reference, diagram)
  for (const prefix of prefixes) delete root.$attrs[`xmlns:${prefix}`]
  return { xml: (await moddle.toXML(root, { format: true })).xml, from, changes, dropped }
}

/** A repetition over a variable that is not drawn: moddle reads the reference and does not write it. */
function keepUndrawnData({ element, property, id, target }: Reference<ForeignModdle>, diagram: ForeignDiagram): void {
  const known = UNDRAWN[property]
  if (!known || target || element.$attrs[`zhupi:${known}`] !== undefined) return
  const name = localName(id)
  new ForeignElement(element, diagram).set(
    `${localName(property)} ${id}`,
    known,
    known === 'collection' ? `{{ ${name} }}` : name,
  )
}

const UNDRAWN: Record<string, 'collection' | 'resultCollection'> = {
  'bpmn:loopDataInputRef': 'collection',
  'bpmn:loopDataOutputRef': 'resultCollection',
}
