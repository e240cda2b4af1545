import type { Directory, Person, Unit } from './directory.ts'

/** A directory of these units and people, found by id: what an application folder holds. */
export function createDirectory(units: readonly Unit[], people: readonly Person[]): Directory {
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  const personById = new Map(people.map((person) => [person.id, person]))
  return {
    person: (id) => personById.get(id),
    unit: (id) => unitById.get(id),
    people: () => people,
    units: () => units,
  }
}
