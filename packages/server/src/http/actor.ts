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
