import { FlowError } from '../../errors.ts'
import type { Handler } from './handler.ts'

/**
 * The host says that a timer is due. Whether it is, is for the host's clock to know.
 *
 * @throws FlowError `TIMER_NOT_FOUND`, also when it has fired or was cancelled meanwhile: firing twice does nothing
 */
export const fireTimer: Handler<'fireTimer'> = (run, { timerId }) => {
  const timer = run.state.timers.find(({ id }) => id === timerId)
  if (!timer) throw new FlowError('TIMER_NOT_FOUND', { timerId })
  const element = run.element(timer.element)
  run.emit({ type: 'TimerFired', timerId, elementId: element.id })
  run.behavior(element).fired?.(run, element, timer)
}
