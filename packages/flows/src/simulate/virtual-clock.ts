import { addDuration, parseInstant } from '../engine/timer/iso-8601.ts'
import { FlowError } from '../errors.ts'

/** @throws FlowError `TIME_INVALID` */
export function until(now: string, duration: string): string {
  const at = addDuration(now, duration)
  if (at === undefined) throw new FlowError('TIME_INVALID', { time: duration })
  return at
}

/** @throws FlowError `TIME_INVALID` */
export function instant(text: string): string {
  const at = parseInstant(text)
  if (at === undefined) throw new FlowError('TIME_INVALID', { time: text })
  return at
}
