import type { Context } from '@zhupi/flows'
import type { FormValues } from '@zhupi/forms'
import { compile, isExpression } from '@zhupi/forms/feel'
import { dueDate } from '../../calendar/due-date.ts'
import type { WorkCalendar } from '../../calendar/work-calendar.ts'
import type { Directory, Person, Unit } from '../../ports/directory/directory.ts'
import { findPeople } from './find-people.ts'

/** What expressions see of a person: `initiator.name`, `initiator.unit.division`. */
export interface PersonFacts {
  id: string
  name: string
  roles: readonly string[]
  posts: readonly string[]
  unit: Pick<Unit, 'id' | 'name' | 'shortName' | 'division' | 'kind'> & { creditCode: string | null }
}

export function personFacts(person: Person, unit: Unit): PersonFacts {
  const { id, name, roles, posts } = person
  const { id: unitId, name: unitName, shortName, division, kind, creditCode = null } = unit
  return { id, name, roles, posts, unit: { id: unitId, name: unitName, shortName, division, kind, creditCode } }
}

/** Facts of somebody by id; of a person who has left the directory only the id is known. */
export function factsOf(directory: Directory, personId: string): PersonFacts | { id: string } {
  const person = directory.person(personId)
  const unit = person && directory.unit(person.unitId)
  return person && unit ? personFacts(person, unit) : { id: personId }
}

/** A case as expressions of its flow see it. */
export interface CaseScope {
  id: string
  number: string
  values: FormValues
  initiatorId: string
}

/** What the engine asks of its host: the clock, ids, FEEL over values and variables, and people of the directory. */
export function createFlowContext(
  { id, number, values, initiatorId }: CaseScope,
  { directory, calendar, at, newId }: { directory: Directory; calendar: WorkCalendar; at: string; newId: () => string },
): Context {
  const initiator = factsOf(directory, initiatorId)
  return {
    now: at,
    newId,
    evaluate(expression, variables) {
      const scope = { ...values, ...variables, initiator, caseId: id, caseNumber: number }
      return compile(expression).evaluate(scope, { now: at })
    },
    addWorkTime: (instant, duration) => dueDate(instant, duration, calendar) ?? instant,
    people: (rule, query) => findPeople(directory, rule, query, (field) => values[field]),
  }
}

/** A text of a matter, or the FEEL in it, over `scope`; what cannot be told is an empty text. */
export function fillText(text: string, scope: Record<string, unknown>, at: string): string {
  if (!isExpression(text)) return text
  const value = compile(text).evaluate(scope, { now: at })
  return value === null || value === undefined ? '' : String(value)
}
