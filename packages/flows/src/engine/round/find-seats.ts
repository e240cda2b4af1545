import type { Approval, PeopleRule } from '../../definition/approval.ts'
import type { FlowElement } from '../../definition/process-definition.ts'
import { FlowError } from '../../errors.ts'
import type { PeopleQuery } from '../context.ts'
import type { Activation, Seat } from '../instance.ts'
import type { Run } from '../run.ts'
import { approvedBefore } from './approved-before.ts'

/**
 * Who is asked: the people of the rules, after the policies for nobody, the initiator and who approved before.
 * A seat that a policy decides without asking is decided already in what this returns.
 *
 * @throws FlowError `NOBODY_FOUND` when the rules, and what the policy falls back on, find nobody
 */
export function findSeats(run: Run, element: FlowElement, activation: Activation): Seat[] {
  const { approval } = element
  if (!approval || approval.people.length === 0) return [{ people: [] }]

  const found = findPeople(run, element, activation.id, approval)
  const seats = approval.round.type === 'single' ? together(found) : found.map(apart)
  return seats.map((seat) =>
    applyRepeat(run, approval, activation, applySelf(run, element, activation.id, approval, seat)),
  )
}

interface Found {
  person: string
  weight?: number
}

function together(found: readonly Found[]): Seat[] {
  return found.length === 0 ? [] : [{ people: found.map(({ person }) => person) }]
}

function apart({ person, weight }: Found): Seat {
  return weight === undefined ? { people: [person] } : { people: [person], weight }
}

/** Each person once, in the order of the rules; with the first weight that a rule gives. */
function findPeople(run: Run, element: FlowElement, activationId: number, { people, policies }: Approval): Found[] {
  const found = new Map<string, Found>()
  for (const rule of people) {
    for (const person of ask(run, element, activationId, rule)) {
      if (!found.has(person)) found.set(person, { person, weight: rule.weight })
    }
  }
  if (found.size > 0 || policies.nobody === 'skip') return [...found.values()]
  const fallback = nobody(run, element, activationId, policies)
  if (fallback.length === 0) throw new FlowError('NOBODY_FOUND', { elementId: element.id })
  return fallback.map((person) => ({ person }))
}

function nobody(
  run: Run,
  element: FlowElement,
  activationId: number,
  { nobody, named }: Approval['policies'],
): readonly string[] {
  if (nobody === 'administrator') return ask(run, element, activationId, { from: 'role', value: 'administrator' })
  if (nobody === 'named') return ask(run, element, activationId, { from: 'user', value: named })
  return []
}

/** Asks the host for the people of one rule, for a visit of the element; `feel` gives ids of people, of whom the host keeps the enabled ones. */
export function ask(run: Run, element: FlowElement, activationId: number, rule: PeopleRule): readonly string[] {
  const query = queryAt(run, element, activationId)
  const text = (value: string | undefined) => {
    const filled = value === undefined ? undefined : run.fill(value, element.id, activationId)
    return filled === undefined || filled === null ? undefined : String(filled)
  }
  if (rule.from === 'feel') {
    const ids = [run.evaluate(feelText(rule.value), element.id, activationId)]
      .flat(2)
      .filter((id) => typeof id === 'string')
    return ids.flatMap((id) => run.context.people({ ...rule, from: 'user', value: id }, query))
  }
  const value = rule.from === 'lane' ? (text(rule.value) ?? element.lanes.at(-1)) : text(rule.value)
  // Outside every lane there is nobody to ask the host for.
  if (rule.from === 'lane' && value === undefined) return []
  return run.context.people({ ...rule, value, unit: text(rule.unit) }, query)
}

/** True when the host knows a person of this id who may be asked. The id comes from people: nothing in it is evaluated. */
export function isKnown(run: Run, element: FlowElement, activationId: number, person: string): boolean {
  return run.context.people({ from: 'user', value: person }, queryAt(run, element, activationId)).includes(person)
}

function queryAt(run: Run, element: FlowElement, activationId: number): PeopleQuery {
  const { initiator, chosen } = run.state
  return {
    elementId: element.id,
    initiator,
    variables: run.visible(element.id, activationId),
    chosen: chosen[element.id] ?? chosen[element.bareId] ?? [],
  }
}

function feelText(value = 'null'): string {
  return value.replace(/^\s*\{\{|\}\}\s*$/g, '')
}

/** The initiator does not approve their own case where the policy says so; others of the same seat do. */
function applySelf(run: Run, element: FlowElement, activationId: number, { policies }: Approval, seat: Seat): Seat {
  const { initiator } = run.state
  if (policies.self === 'self' || !seat.people.includes(initiator)) return seat
  const others = seat.people.filter((person) => person !== initiator)
  if (others.length > 0) return { ...seat, people: others }
  if (policies.self === 'skip') return { ...seat, by: initiator, decision: 'approve', automatic: 'self' }
  const leaders = ask(run, element, activationId, { from: 'leader', value: 'initiator', levels: 1 })
  if (leaders.length === 0) throw new FlowError('NOBODY_FOUND', { elementId: element.id })
  return { ...seat, people: leaders }
}

/** Who approved already is not asked again where the policy says so. */
function applyRepeat(run: Run, { policies }: Approval, activation: Activation, seat: Seat): Seat {
  if (policies.repeat === 'ask' || seat.decision !== undefined) return seat
  const before = approvedBefore(run, activation, policies.repeat)
  const again = seat.people.find((person) => before.has(person))
  return again === undefined ? seat : { ...seat, by: again, decision: 'approve', automatic: 'repeat' }
}
