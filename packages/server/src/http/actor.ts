import type { Person, Unit } from '../ports/directory/directory.ts'

/** Who asks: the signed-in person with unit and roles. */
export interface Actor {
  person: Person
  unit: Unit
  /** A system account (`roles` has `integration`): may deliver messages, nothing of people's. */
  integration: boolean
  /** Sent from: the request's address, for the audit. */
  address: string
  /** The number of the request, for the audit. */
  requestId: string
}

/**
 * The three administrators, each a role of its own: `administrator` edits and publishes definitions and mends cases, `security` sees who
 * is signed in and ends sessions, `auditor` reads the audit. Nobody is two of them, and there is none above them.
 */
export const ADMINISTRATOR_ROLES = {
  administrator: '系统管理员',
  security: '安全管理员',
  auditor: '审计管理员',
} as const

export type AdministratorKind = keyof typeof ADMINISTRATOR_ROLES

export function isAdministrator({ person }: Actor, kind: AdministratorKind): boolean {
  return isAdministratorRole(person, kind)
}

export function isAdministratorRole({ roles }: Pick<Person, 'roles'>, kind: AdministratorKind): boolean {
  return roles.includes(ADMINISTRATOR_ROLES[kind])
}

export function isSystemAdministrator(actor: Actor): boolean {
  return isAdministrator(actor, 'administrator')
}
