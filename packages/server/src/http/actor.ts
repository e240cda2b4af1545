import type { Person, Unit } from '../ports/directory/directory.ts'

/** Who asks: the signed-in person with unit and roles. */
export interface Actor {
  person: Person
  unit: Unit
  /** A system account (`roles` has `integration`): may deliver messages, nothing of people's. */
  integration: boolean
  /** Sent from: the request's address, for the audit. */
  address: string
}

/** The role of whoever edits and publishes definitions. Security and audit administrators are other people. */
export const SYSTEM_ADMINISTRATOR = '系统管理员'

export function isSystemAdministrator({ person }: Actor): boolean {
  return person.roles.includes(SYSTEM_ADMINISTRATOR)
}
