import { FlowError } from '../errors.ts'
import type { FlowElement, ProcessDefinition } from './process-definition.ts'

/**
 * Refuses a cancel event that belongs to no transaction, and one that nothing catches.
 *
 * @throws FlowError `DIAGRAM_INVALID` with `elementId`
 * Source: BPMN 2.0.2, clause 10.5.6 (Cancel Events).
 */
export function checkTransactions({ elements }: ProcessDefinition): void {
  for (const { id, type, event, attachedTo, scope } of Object.values(elements)) {
    if (event?.kind !== 'cancel') continue
    if (type === 'bpmn:BoundaryEvent') {
      if (elements[attachedTo ?? '']?.type !== 'bpmn:Transaction') invalid(id, 'it is on the edge of no transaction')
      continue
    }
    const transaction = transactionAround(scope, elements)
    if (!transaction) invalid(id, 'it is inside no transaction')
    if (transaction.bodyOf !== undefined)
      invalid(id, 'its transaction is run several times: put it into a sub-process that is')
    if (!transaction.boundaries.some((boundary) => elements[boundary]?.event?.kind === 'cancel')) {
      invalid(id, 'its transaction has no cancel event on its edge')
    }
  }
}

function transactionAround(
  scope: string | undefined,
  elements: ProcessDefinition['elements'],
): FlowElement | undefined {
  const around = elements[scope ?? '']
  return !around || around.type === 'bpmn:Transaction' ? around : transactionAround(around.scope, elements)
}

function invalid(elementId: string, reason: string): never {
  throw new FlowError('DIAGRAM_INVALID', { elementId, reason })
}
