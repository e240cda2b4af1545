import type { Handler } from './handler.ts'

/** Stops the case where it is: until it is resumed, every other command is refused, and timers are to be fired later. */
export const suspend: Handler<'suspend'> = (run, { by, reason }) =>
  run.emit({ type: 'ProcessSuspended', by, ...(reason !== undefined && { reason }) })
