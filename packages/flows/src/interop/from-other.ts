/// <reference path="../definition/bpmn-moddle.d.ts" />
import { BpmnModdle } from 'bpmn-moddle'
import { checkLimits } from '../definition/limits.ts'
import { FlowError } from '../errors.ts'
import { CONCEPTS } from './concepts/index.ts'
import { ForeignDiagram } from './foreign-diagram.ts'
import type { ForeignModdle } from './foreign-element.ts'
import type { Change, Loss, Vendor } from './report.ts'
import { vendorOf } from './vendor.ts'

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
 * @throws FlowError `DIAGRAM_INVALID`, `DIAGRAM_TOO_LARGE`; `EXPRESSION_UNTRANSLATABLE` where a condition, a timer or a script
 *   has no FEEL, since a case would take another way than the one drawn: `details.dropped` lists them all
 */
export async function fromOther(xml: string): Promise<FromOther> {
  checkLimits(xml)
  const moddle = new BpmnModdle()
  const { rootElement } = await moddle.fromXML(xml).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message.split('\n', 1)[0] : String(cause)
    throw new FlowError('DIAGRAM_INVALID', { reason }, { cause })
  })
  const root = rootElement as ForeignModdle
  const { from, prefixes } = vendorOf(root.$attrs)
  const diagram = new ForeignDiagram(root, prefixes, moddle)
  for (const concept of CONCEPTS) for (const element of diagram.elements()) concept(element)

  const { changes, dropped, refused } = diagram
  if (refused.length > 0) {
    throw new FlowError('EXPRESSION_UNTRANSLATABLE', { elementId: refused[0]?.elementId, dropped: refused })
  }
  if (from === 'bpmn' && changes.length === 0 && dropped.length === 0) return { xml, from, changes, dropped }
  for (const prefix of prefixes) delete root.$attrs[`xmlns:${prefix}`]
  return { xml: (await moddle.toXML(root, { format: true })).xml, from, changes, dropped }
}
