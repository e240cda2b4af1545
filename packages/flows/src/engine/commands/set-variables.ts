import { FlowError } from '../../errors.ts'
import type { Handler } from './handler.ts'

/** Sets variables from outside; those that are not named stay. */
export const setVariables: Handler<'setVariables'> = (run, { variables }) => {
  if (typeof variables !== 'object' || variables === null)
    throw new FlowError('COMMAND_INVALID', { type: 'setVariables' })
  run.emit({ type: 'VariablesSet', variables })
}
