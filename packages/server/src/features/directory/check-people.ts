import { ServerError } from '../../errors.ts'
import type { Directory } from '../../ports/directory/directory.ts'

/**
 * Checks people that a request names: each is in the directory, enabled, a person, and not the one who asks.
 *
 * @returns each once, in the order given
 * @throws ServerError `PERSON_NOT_FOUND` with the first who is not
 */
export function checkPeople(directory: Directory, ids: readonly string[], by: string): string[] {
  const people = [...new Set(ids)]
  for (const personId of people) {
    const person = directory.person(personId)
    if (!person?.enabled || person.roles.includes('integration') || personId === by) {
      throw new ServerError('PERSON_NOT_FOUND', { personId })
    }
  }
  return people
}
