import { FlowError } from '../../errors.ts'
import { requestService } from '../behaviors/service-task.ts'
import { findService } from '../find-service.ts'
import type { Handler } from './handler.ts'

/**
 * Asks again for a service that is an incident, with what its inputs give today.
 *
 * @throws FlowError `SERVICE_NOT_FOUND` when there is none, or it is being carried out
 */
export const retry: Handler<'retry'> = (run, { serviceId }) => {
  const { element, activation, incident } = findService(run, serviceId)
  if (incident === undefined) throw new FlowError('SERVICE_NOT_FOUND', { serviceId, reason: 'it did not fail' })
  requestService(run, run.element(element), activation, serviceId)
}
