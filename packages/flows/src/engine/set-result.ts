import type { FlowElement } from '../definition/process-definition.ts'
import { FlowError } from '../errors.ts'
import type { Run } from './run.ts'

/**
 * Puts a value into the result variable, or, without one, the entries of a context each into the variable of its name.
 *
 * @throws FlowError `EXPRESSION_FAILED` when there is no result variable and the value is no context
 */
export function setResult(
  run: Run,
  { id }: FlowElement,
  activationId: number,
  value: unknown,
  result: string | undefined,
): void {
  if (result !== undefined) run.setVariables({ [result]: value }, id, activationId)
  else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    run.setVariables({ ...value }, id, activationId)
  } else throw new FlowError('EXPRESSION_FAILED', { elementId: id, reason: 'the value is no context' })
}
