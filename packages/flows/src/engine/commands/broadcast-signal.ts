import { broadcast } from '../broadcast.ts'
import { remember } from '../remember.ts'
import type { Handler } from './handler.ts'

/** A signal comes from outside, to everything in the case that waits for it; to nobody is fine. */
export const broadcastSignal: Handler<'broadcastSignal'> = (run, { name, variables }) => {
  remember(run, { variables })
  broadcast(run, name)
}
