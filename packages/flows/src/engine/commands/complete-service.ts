import { findService } from '../find-service.ts'
import { remember } from '../remember.ts'
import type { Handler } from './handler.ts'

/**
 * The host has carried a service out; its `result` is what the outputs of the service speak of.
 *
 * @throws FlowError `SERVICE_NOT_FOUND`, also when it was cancelled or completed meanwhile
 */
export const completeService: Handler<'completeService'> = (run, { serviceId, result, variables }) => {
  const service = findService(run, serviceId)
  const element = run.element(service.element)
  remember(run, { variables }, service)
  run.behavior(element).serviced?.(run, element, service, result)
}
