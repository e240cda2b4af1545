import { FlowError } from '../errors.ts'
import { conditionOf } from './expression.ts'
import { extensionsOf, type ModdleElement } from './moddle-element.ts'
import type { LoopRule, MultiInstanceRule, StandardLoopRule } from './process-definition.ts'
import { readApproval } from './read-approval.ts'

/**
 * How often an activity is run, by its marker; undefined without one, and for a user task whose marker means the seats of
 * a round: one with people of ours and no collection.
 *
 * @throws FlowError `ELEMENT_UNSUPPORTED` for a marker that does not say how often, or is on what it cannot be on;
 *   `APPROVAL_INVALID` for seats of nobody
 * Source: BPMN 2.0.2, clause 10.3.8 (Loop Characteristics); attributes `zhupi:` are ours.
 */
export function readLoop(element: ModdleElement): LoopRule | undefined {
  const { loopCharacteristics: marker } = element
  if (!marker) return undefined
  if (element.triggeredByEvent) unsupported(element, marker, 'an event sub-process begins by its event')
  if (marker.$type === 'bpmn:StandardLoopCharacteristics') return readStandardLoop(element, marker)
  if (marker.$type !== 'bpmn:MultiInstanceLoopCharacteristics') unsupported(element, marker, 'unknown marker')
  const rule = readMultiInstance(marker)
  if (isRound(element, rule)) return undefined
  if (rule.collection === undefined && rule.cardinality === undefined) {
    unsupported(element, marker, 'neither a collection nor a cardinality')
  }
  if (marker.behavior !== undefined && marker.behavior !== 'All') unsupported(element, marker, 'events of instances')
  return rule
}

function isRound(element: ModdleElement, { collection, cardinality }: MultiInstanceRule): boolean {
  if (element.$type !== 'bpmn:UserTask' || collection !== undefined) return false
  if (extensionsOf(element, 'zhupi:People').length > 0) return true
  if (cardinality !== undefined) return false
  if (readApproval(element)) return true
  throw new FlowError('APPROVAL_INVALID', {
    elementId: element.id,
    attribute: 'people',
    value: null,
    reason: 'seats for nobody',
  })
}

function readMultiInstance(marker: ModdleElement): MultiInstanceRule {
  const result = textOf(marker.resultCollection) ?? textOf(marker.outputCollection)
  const outputItem = nameOf(marker.outputDataItem)
  const value = feel(marker.outputElement) ?? outputItem
  return {
    kind: 'multiInstance',
    sequential: marker.isSequential === true,
    cardinality: feel(marker.loopCardinality?.body),
    collection: feel(marker.collection) ?? textOf(marker.inputCollection),
    item: textOf(marker.elementVariable) ?? nameOf(marker.inputDataItem),
    output: result !== undefined && value !== undefined ? { collection: result, value, item: outputItem } : undefined,
    completionCondition: feel(marker.completionCondition?.body),
  }
}

function readStandardLoop(element: ModdleElement, marker: ModdleElement): StandardLoopRule {
  const { testBefore, loopMaximum: maximum } = marker
  const condition = feel(marker.loopCondition?.body)
  if (condition === undefined && maximum === undefined)
    unsupported(element, marker, 'neither a condition nor a maximum')
  if (maximum !== undefined && !(Number.isInteger(maximum) && maximum > 0)) {
    unsupported(element, marker, 'the maximum is no number of one or more')
  }
  return { kind: 'standard', condition, testBefore: testBefore === true, maximum }
}

function nameOf(item: ModdleElement | undefined): string | undefined {
  return textOf(item?.name) ?? item?.id
}

function textOf(text: string | undefined): string | undefined {
  return text?.trim() ? text.trim() : undefined
}

function feel(text: string | undefined): string | undefined {
  return text?.trim() ? conditionOf(text) : undefined
}

function unsupported({ id }: ModdleElement, { $type }: ModdleElement, reason: string): never {
  throw new FlowError('ELEMENT_UNSUPPORTED', { elementId: id, type: $type, reason })
}
