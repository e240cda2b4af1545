import { FlowError } from '../errors.ts'
import type { ServiceRequest } from './instance.ts'
import type { Run } from './run.ts'

/** @throws FlowError `SERVICE_NOT_FOUND` */
export function findService(run: Run, serviceId: string): ServiceRequest {
  const service = run.state.services.find(({ id }) => id === serviceId)
  if (!service) throw new FlowError('SERVICE_NOT_FOUND', { serviceId })
  return service
}
