import { issueCard } from './card-issue.ts'
import type { LocalService } from './local-service.ts'
import { checkRows, putRow, removeRow } from './register-services.ts'
import type { SERVICE_TYPES } from './service-types.ts'

type LocalType = {
  [T in keyof typeof SERVICE_TYPES]: (typeof SERVICE_TYPES)[T] extends 'local' ? T : never
}[keyof typeof SERVICE_TYPES]

/** Every service that is done inside the command's transaction. */
export const LOCAL_SERVICES: Readonly<Record<LocalType, LocalService>> = {
  'register.put': putRow,
  'register.check': checkRows,
  'register.remove': removeRow,
  'card.issue': issueCard,
}

export function isLocal(type: string): type is LocalType {
  return Object.hasOwn(LOCAL_SERVICES, type)
}
