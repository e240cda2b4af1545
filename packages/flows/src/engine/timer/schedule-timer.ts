import type { FlowElement, TimerRule } from '../../definition/process-definition.ts'
import { FlowError } from '../../errors.ts'
import type { Timer } from '../instance.ts'
import type { Run } from '../run.ts'
import { addDuration, parseCycle, parseInstant, UNBOUNDED } from './iso-8601.ts'

/**
 * Sets the timer of an event for an activation.
 *
 * @throws FlowError `TIME_INVALID` when what is written there, or its FEEL gives, is no ISO 8601
 */
export function scheduleTimer(run: Run, element: FlowElement, activationId: number): void {
  if (element.event?.kind !== 'timer') return
  const { at, left, every } = firstTime(run, element, activationId, element.event.timer)
  run.emit({
    type: 'TimerScheduled',
    timerId: run.context.newId(),
    elementId: element.id,
    activationId,
    at,
    ...(every !== undefined && { left, every }),
  })
}

/** Sets the timer of a cycle again after it fired, counted from when it was due, not from when it was noticed. */
export function repeatTimer(run: Run, element: FlowElement, { activation, at, left = 0, every }: Timer): void {
  if (every === undefined || left === 0) return
  run.emit({
    type: 'TimerScheduled',
    timerId: run.context.newId(),
    elementId: element.id,
    activationId: activation,
    at: addDuration(at, every) ?? at,
    left: left === UNBOUNDED ? UNBOUNDED : left - 1,
    every,
  })
}

function firstTime(
  run: Run,
  element: FlowElement,
  activationId: number,
  rule: TimerRule,
): Pick<Timer, 'at' | 'left' | 'every'> {
  const text = (value: string) => String(run.fill(value, element.id, activationId) ?? '')
  const { now } = run.context
  if ('date' in rule) return { at: parseInstant(text(rule.date)) ?? refuse(element, text(rule.date)) }
  if ('duration' in rule) {
    return { at: addDuration(now, text(rule.duration)) ?? refuse(element, text(rule.duration)) }
  }
  const cycle = parseCycle(text(rule.cycle)) ?? refuse(element, text(rule.cycle))
  if (cycle.times === 0) return refuse(element, text(rule.cycle))
  return {
    at: cycle.from ?? addDuration(now, cycle.every) ?? refuse(element, cycle.every),
    left: cycle.times === UNBOUNDED ? UNBOUNDED : cycle.times - 1,
    every: cycle.every,
  }
}

function refuse(element: FlowElement, time: string): never {
  throw new FlowError('TIME_INVALID', { elementId: element.id, time })
}
