import { FlowError } from '../../errors.ts'
import type { Command } from '../command.ts'
import { remember } from '../remember.ts'
import type { Run } from '../run.ts'
import type { Handler } from './handler.ts'

/**
 * Starts the process.
 *
 * @throws FlowError `MESSAGE_NOT_EXPECTED` when no start event waits for the message, `REFERENCE_MISSING` when there is no
 *   such start event
 */
export const start: Handler<'start'> = (run, command) => {
  const { by } = command
  if (typeof by !== 'string') throw new FlowError('COMMAND_INVALID', { type: 'start', by: by ?? null })
  const element = startOf(run, command)
  run.emit({ type: 'ProcessStarted', processId: run.definition.id, by, at: run.context.now })
  remember(run, command)
  run.send({ element, from: [] })
}

function startOf(run: Run, { message, at }: Extract<Command, { type: 'start' }>): string {
  const starts = run.definition.starts.map((id) => run.element(id))
  if (message !== undefined) {
    const found = starts.find(({ event }) => event?.kind === 'message' && event.name === message)
    if (!found) throw new FlowError('MESSAGE_NOT_EXPECTED', { name: message })
    return found.id
  }
  const found =
    at === undefined ? (starts.find(({ event }) => !event) ?? starts[0]) : starts.find(({ id }) => id === at)
  if (!found) throw new FlowError('REFERENCE_MISSING', { elementId: at })
  return found.id
}
