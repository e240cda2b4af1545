import type { Text } from '../text.ts'

/** Whose attributes a diagram bears; `bpmn`: nobody's, or ours. */
export type Vendor = 'camunda7' | 'camunda8' | 'flowable' | 'activiti' | 'bpmn'

/** What was written otherwise. */
export interface Change {
  elementId: string
  /** As it stood: `camunda:assignee="${starter}"`. */
  from: string
  /** As it stands now: `zhupi:people from="initiator"`. */
  to: string
}

/** What is not carried over. */
export interface Loss {
  elementId: string
  /** The attribute or element: `flowable:taskListener`. */
  attribute: string
  /** Its text as it stood. */
  text: string
  why: Text
}

/** Whether something is a loss: those of a refused diagram are in `details.dropped` of the FlowError. */
export function isLoss(value: unknown): value is Loss {
  if (typeof value !== 'object' || value === null) return false
  return 'elementId' in value && 'attribute' in value && 'text' in value && 'why' in value
}
