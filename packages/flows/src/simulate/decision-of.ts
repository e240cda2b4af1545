import type { ProcessDefinition } from '../definition/process-definition.ts'
import type { Wait } from '../engine/waits.ts'

/** What somebody decides at a task who says nothing else: it goes on, as the step allows. */
export function decisionOf({ elements }: ProcessDefinition, { elementId }: Wait): string {
  const { type, approval } = elements[elementId] ?? {}
  if (type === 'bpmn:StartEvent') return 'submit'
  const outcome = approval?.actions.includes('approve') === false ? approval.outcomes[0] : undefined
  return outcome ?? 'approve'
}
