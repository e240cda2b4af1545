import type { ProcessDefinition } from '../definition/process-definition.ts'
import { FlowError } from '../errors.ts'
import { blankInstance } from './apply.ts'
import { checkCommand } from './check-command.ts'
import type { Command } from './command.ts'
import { handlerOf } from './commands/index.ts'
import type { Context } from './context.ts'
import type { Event } from './event.ts'
import type { Instance } from './instance.ts'
import { Run } from './run.ts'
import { State } from './state.ts'

/**
 * Carries out one command: the one public verb of the engine.
 *
 * The command changes the state through events (`apply`) and sends tokens on their way; `settle` then lets every token
 * run, each element by its own behavior (`behaviors/`), until all of them wait. Nothing outside is touched: the host
 * stores the instance and acts on the events.
 *
 * @param instance what the last call returned; undefined before `start`. It is not changed.
 * @returns the instance afterwards, plain JSON, and what happened, in order
 * @throws FlowError when the command is refused; the instance is as it was
 */
export function advance(
  definition: ProcessDefinition,
  instance: Instance | undefined,
  command: Command,
  context: Context,
): { instance: Instance; events: Event[] } {
  const handle = handlerOf(command)
  checkCommand(command)
  if (!instance && command.type !== 'start') throw new FlowError('NOT_STARTED')
  if (instance && command.type === 'start') throw new FlowError('ALREADY_STARTED')
  if (instance) checkStatus(instance, command)

  const run = new Run(definition, new State(instance ?? blankInstance()), context)
  handle(run, command)
  run.settle()
  return { instance: run.state.toInstance(), events: run.events }
}

/** A suspended case can only be resumed, terminated or migrated. */
function checkStatus({ status }: Instance, { type }: Command): void {
  if (status === 'suspended') {
    if (type !== 'resume' && type !== 'terminate' && type !== 'migrate') throw new FlowError('INSTANCE_SUSPENDED')
  } else if (status !== 'running') throw new FlowError('INSTANCE_ENDED', { status })
}
