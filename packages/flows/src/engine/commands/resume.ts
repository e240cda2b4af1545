import { FlowError } from '../../errors.ts'
import type { Handler } from './handler.ts'

/** @throws FlowError `COMMAND_INVALID` when the case is not suspended */
export const resume: Handler<'resume'> = (run, { by }) => {
  if (run.state.status !== 'suspended')
    throw new FlowError('COMMAND_INVALID', { type: 'resume', status: run.state.status })
  run.emit({ type: 'ProcessResumed', by })
  // A migration meanwhile may have changed what joins and conditions wait for.
  run.disturb()
  run.conditionsChanged()
}
