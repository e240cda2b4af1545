import type { ApprovalAction } from '../definition/approval.ts'
import type { FlowElement } from '../definition/process-definition.ts'
import { FlowError } from '../errors.ts'
import type { Seat } from './instance.ts'

/** @throws FlowError `NOT_A_CANDIDATE`; a seat without people is anybody's whom the host lets in */
export function checkCandidate({ people }: Seat, taskId: string, by: string): void {
  if (typeof by !== 'string' || (people.length > 0 && !people.includes(by))) {
    throw new FlowError('NOT_A_CANDIDATE', { taskId, by: by ?? null })
  }
}

/** @throws FlowError `ACTION_NOT_ALLOWED`; a user task without our extension allows everything */
export function checkAction({ id, approval }: FlowElement, action: ApprovalAction): void {
  if (approval && !approval.actions.includes(action)) {
    throw new FlowError('ACTION_NOT_ALLOWED', { elementId: id, action })
  }
}
