import type { FlowElement } from '../../definition/process-definition.ts'
import type { Run } from '../run.ts'

/**
 * Whether the host knows a person and lets them act. The id comes from a command, that is from outside: it is handed to the
 * host as it is and never evaluated as FEEL.
 */
export function knowsPerson(run: Run, element: FlowElement, activationId: number, person: string): boolean {
  const query = {
    elementId: element.id,
    initiator: run.state.initiator,
    variables: run.visible(element.id, activationId),
    chosen: [],
  }
  return run.context.people({ from: 'user', value: person }, query).includes(person)
}
