import type { PeopleQuery, PeopleRule } from '@zhupi/flows'
import type { Directory, Person, Unit } from '../../ports/directory/directory.ts'

/**
 * The people of a rule today, in the directory's order: enabled ones only, nobody twice.
 *
 * @param value the value of a form field, for rules `from: 'field'`
 */
export function findPeople(
  directory: Directory,
  rule: PeopleRule,
  query: Pick<PeopleQuery, 'initiator' | 'chosen'>,
  value: (field: string) => unknown,
): readonly string[] {
  const wanted = select(directory, rule, query, value)
  const kept = rule.unit ? inUnit(directory, rule.unit) : undefined
  const found = directory.people().filter((person) => person.enabled && wanted(person) && (kept?.(person) ?? true))
  return found.map(({ id }) => id)
}

type Wanted = (person: Person) => boolean

function select(
  directory: Directory,
  rule: PeopleRule,
  { initiator, chosen }: Pick<PeopleQuery, 'initiator' | 'chosen'>,
  value: (field: string) => unknown,
): Wanted {
  const named = rule.value ?? ''
  switch (rule.from) {
    case 'user':
      return ({ id }) => id === named
    case 'role':
    case 'lane':
      return ({ roles }) => roles.includes(named)
    case 'post':
      return ({ posts }) => posts.includes(named)
    case 'unit':
      return ({ unitId }) => unitId === named
    case 'initiator':
      return ({ id }) => id === initiator
    case 'leader':
      return among(leaders(directory, named || 'initiator', initiator, rule.levels ?? 1))
    case 'initiatorChoice':
    case 'previousChoice':
      return among(chosen)
    case 'field':
      return namedBy(value(named))
    case 'feel':
      // The engine has evaluated it and asks for each person by id.
      return () => false
  }
}

function among(ids: readonly string[]): Wanted {
  const wanted = new Set(ids)
  return ({ id }) => wanted.has(id)
}

/** People of a unit by its id, or of every unit of a division by its code. */
function inUnit(directory: Directory, unit: string): Wanted {
  const units = directory.units().filter(({ id, division }) => id === unit || division === unit)
  const ids = new Set(units.map(({ id }) => id))
  return ({ unitId }) => ids.has(unitId)
}

/**
 * Who leads `of` (the initiator, a unit, or a person by id: whoever an overdue task is handed on from) `levels` levels up. A unit
 * without leaders is led by the one above it, and who leads a unit is led by the unit above; at the very top they lead themselves.
 */
function leaders(directory: Directory, of: string, initiator: string, levels: number): string[] {
  const named = of === 'initiator' ? undefined : directory.unit(of)
  const led = named ? undefined : directory.person(of === 'initiator' ? initiator : of)
  const own = named ?? directory.unit(led?.unitId ?? '')
  const leading = (unit: Unit) =>
    directory
      .people()
      .filter((person) => person.enabled && person.leader && person.unitId === unit.id)
      .map(({ id }) => id)
  let level = 0
  for (const unit of upwards(directory, own)) {
    const found = leading(unit)
    if (found.length === 0 || (led && found.includes(led.id))) continue
    level += 1
    if (level >= levels) return found
  }
  return own ? leading(own) : []
}

function* upwards(directory: Directory, unit: Unit | undefined): Generator<Unit> {
  const seen = new Set<string>()
  for (let at = unit; at && !seen.has(at.id); at = directory.unit(at.parentId ?? '')) {
    seen.add(at.id)
    yield at
  }
}

/** People named by a field: a person or a unit (`{ id }` or its id), or several of them. */
function namedBy(value: unknown): Wanted {
  const ids = new Set(
    [value].flat().map((one) => (typeof one === 'object' && one !== null && 'id' in one ? one.id : one)),
  )
  return ({ id, unitId }) => ids.has(id) || ids.has(unitId)
}
