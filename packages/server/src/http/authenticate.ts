import type { Context } from 'koa'
import { ServerError } from '../errors.ts'
import type { Directory } from '../ports/directory/directory.ts'
import type { Login } from '../ports/login/login.ts'
import type { Actor } from './actor.ts'

/** Finds out who asks. */
export type Authenticate = (ctx: Context) => Promise<Actor>

/**
 * Asks the logins in their order; the first that knows the request decides.
 *
 * @throws ServerError `UNAUTHENTICATED` when none does, `PERSON_UNKNOWN` when the directory has no such enabled person,
 *   and what a login itself refuses (`TICKET_INVALID`, …)
 */
export function createAuthenticate(logins: readonly Login[], directory: Directory): Authenticate {
  return async (ctx) => {
    for (const login of logins) {
      const personId = await login.authenticate(ctx)
      if (personId !== undefined) return toActor(personId, directory, ctx)
    }
    throw new ServerError('UNAUTHENTICATED')
  }
}

function toActor(personId: string, directory: Directory, { ip, state }: Context): Actor {
  state.claimedPerson = personId
  const person = directory.person(personId)
  const unit = person && directory.unit(person.unitId)
  if (!person?.enabled || !unit) throw new ServerError('PERSON_UNKNOWN')
  return { person, unit, integration: person.roles.includes('integration'), address: ip, requestId: state.requestId }
}
