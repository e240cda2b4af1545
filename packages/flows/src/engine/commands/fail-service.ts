import { FlowError } from '../../errors.ts'
import { findService } from '../find-service.ts'
import { throwError } from '../throw-error.ts'
import type { Handler } from './handler.ts'

/**
 * A try of a service failed. The host tries again by itself until the try is `final`; then a boundary error event takes
 * over, or the service is an incident that waits for `retry`.
 *
 * @throws FlowError `SERVICE_NOT_FOUND`
 */
export const failService: Handler<'failService'> = (run, { serviceId, error, final }) => {
  const { activation, element: elementId } = findService(run, serviceId)
  if (typeof error?.message !== 'string') throw new FlowError('COMMAND_INVALID', { type: 'failService', error })
  const { message } = error
  run.emit({ type: 'ServiceFailed', serviceId, elementId, message })
  if (!final || throwError(run, activation, error.code)) return
  run.emit({ type: 'IncidentRaised', serviceId, elementId, message })
}
