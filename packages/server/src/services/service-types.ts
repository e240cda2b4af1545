/**
 * What a service task may ask for. `local`: done in the transaction of the command that asks for it, so that it succeeds or
 * refuses with it. `job`: done after the commit, tried again with backoff.
 */
export const SERVICE_TYPES = {
  'register.put': 'local',
  'register.check': 'local',
  'register.remove': 'local',
  'card.issue': 'local',
  'webhook.call': 'job',
} as const satisfies Record<string, 'local' | 'job'>

export type ServiceType = keyof typeof SERVICE_TYPES

export function isServiceType(type: string): type is ServiceType {
  return Object.hasOwn(SERVICE_TYPES, type)
}
