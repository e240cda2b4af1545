import { FlowError } from '../../errors.ts'
import type { Command, CommandType } from '../command.ts'
import type { Run } from '../run.ts'
import { complete } from './complete.ts'
import { completeService } from './complete-service.ts'
import { deliverMessage } from './deliver-message.ts'
import { failService } from './fail-service.ts'
import { fireTimer } from './fire-timer.ts'
import type { Handler } from './handler.ts'
import { retry } from './retry.ts'
import { returnTask } from './return-task.ts'
import { setVariables } from './set-variables.ts'
import { start } from './start.ts'
import { terminate } from './terminate.ts'
import { transfer } from './transfer.ts'
import { trigger } from './trigger.ts'
import { withdraw } from './withdraw.ts'

/** Every command; one without a handler does not compile. */
const handlers: { [T in CommandType]: Handler<T> } = {
  start,
  complete,
  return: returnTask,
  withdraw,
  transfer,
  fireTimer,
  deliverMessage,
  trigger,
  completeService,
  failService,
  retry,
  setVariables,
  terminate,
}

/** @throws FlowError `COMMAND_INVALID` for what is no command */
export function handlerOf(command: Command): (run: Run, command: Command) => void {
  const type: unknown = command?.type
  if (typeof type !== 'string' || !Object.hasOwn(handlers, type)) throw new FlowError('COMMAND_INVALID', { type })
  return handlers[type as CommandType] as Handler<CommandType>
}
