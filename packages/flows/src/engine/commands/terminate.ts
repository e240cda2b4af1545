import type { Handler } from './handler.ts'

/** Ends the run for good, whatever is open. */
export const terminate: Handler<'terminate'> = (run, { reason }) => run.end('terminated', reason)
