import type { ProcessDefinition } from '@zhupi/flows'
import type { ElementName } from './case-record.ts'

/** The name drawn on an element; its id when it has none. */
export function nameOfElement({ elements }: ProcessDefinition, id: string): string {
  return elements[id]?.name ?? id
}

export function elementName(flow: ProcessDefinition, id: string): ElementName {
  return { id, name: nameOfElement(flow, id) }
}
