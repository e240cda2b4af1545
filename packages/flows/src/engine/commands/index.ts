import { FlowError } from '../../errors.ts'
import type { Command, CommandType } from '../command.ts'
import type { Run } from '../run.ts'
import { addSigners } from './add-signers.ts'
import { broadcastSignal } from './broadcast-signal.ts'
import { cc } from './cc.ts'
import { claim } from './claim.ts'
import { complete } from './complete.ts'
import { completeService } from './complete-service.ts'
import { delegate } from './delegate.ts'
import { deliverMessage } from './deliver-message.ts'
import { failService } from './fail-service.ts'
import { fireTimer } from './fire-timer.ts'
import type { Handler } from './handler.ts'
import { jump } from './jump.ts'
import { migrate } from './migrate.ts'
import { removeSigners } from './remove-signers.ts'
import { resolve } from './resolve.ts'
import { resume } from './resume.ts'
import { retry } from './retry.ts'
import { returnTask } from './return-task.ts'
import { setVariables } from './set-variables.ts'
import { start } from './start.ts'
import { suspend } from './suspend.ts'
import { terminate } from './terminate.ts'
import { transfer } from './transfer.ts'
import { trigger } from './trigger.ts'
import { urge } from './urge.ts'
import { withdraw } from './withdraw.ts'

/** Every command; one without a handler does not compile. */
const handlers: { [T in CommandType]: Handler<T> } = {
  start,
  complete,
  return: returnTask,
  withdraw,
  transfer,
  delegate,
  resolve,
  claim,
  addSigners,
  removeSigners,
  cc,
  urge,
  jump,
  suspend,
  resume,
  fireTimer,
  deliverMessage,
  broadcastSignal,
  trigger,
  completeService,
  failService,
  retry,
  setVariables,
  terminate,
  migrate,
}

/** @throws FlowError `COMMAND_INVALID` for what is no command */
export function handlerOf(command: Command): (run: Run, command: Command) => void {
  const type: unknown = command?.type
  if (typeof type !== 'string' || !Object.hasOwn(handlers, type)) throw new FlowError('COMMAND_INVALID', { type })
  return handlers[type as CommandType] as Handler<CommandType>
}
