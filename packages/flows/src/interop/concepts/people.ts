import { type ForeignElement, of } from '../foreign-element.ts'
import type { Concept } from './concept.ts'
import { takeOwners } from './owners.ts'
import { seats } from './seats.ts'

/** Attributes that say who acts, in which no other engine agrees with the next one. */
const LOST = ['candidateStrategy', 'candidateParam', 'assignType']

interface Rule {
  from: string
  attributes: Record<string, string>
}

/**
 * Who does a user task: assignee, candidate users and groups. A completed task always goes on, as it does there. Where the
 * people of a task cannot be told, nobody is found when a case comes to it: better than anybody.
 */
export const people: Concept = (at) => {
  if (at.type !== 'bpmn:UserTask') return
  const before = at.diagram.dropped.length
  const [assignment] = at.takeExtensions('assignmentDefinition')
  const owners = isOurs(at) ? {} : takeOwners(at)
  const assignee = at.take('assignee') ?? of(assignment, 'assignee') ?? owners.assignee
  const users = at.take('candidateUsers') ?? of(assignment, 'candidateUsers') ?? owners.users
  const groups = at.take('candidateGroups') ?? of(assignment, 'candidateGroups') ?? owners.groups
  const bySeats = seats(at, assignee)
  const assigned = bySeats
    ? [{ from: bySeats.from, attributes: { from: 'feel', value: bySeats.feel } }]
    : one(at, 'assignee', assignee)
  const rules = assignee === undefined ? candidates(at, users, groups) : assigned
  if (assignee !== undefined) {
    for (const [name, text] of Object.entries({ candidateUsers: users, candidateGroups: groups })) {
      if (text !== undefined)
        at.dropped(name, text, {
          zh: '任务已指定办理人，候选人不能办',
          en: 'the task is assigned: candidates may not do it',
        })
    }
  }
  for (const name of LOST) {
    const text = at.take(name)
    if (text !== undefined)
      at.dropped(name, text, { zh: '具体是谁只有原来的系统知道', en: 'who that is, only the other application knows' })
  }
  const lost = at.diagram.dropped.length > before && rules.length === 0
  const found = lost ? [{ from: 'people that cannot be told', attributes: { from: 'feel', value: 'null' } }] : rules
  for (const { from, attributes } of found) at.add(from, 'people', attributes)
  if (found.length === 0) return
  if (bySeats) at.add(bySeats.from, 'round', bySeats.round)
  at.add('a task that is completed goes on', 'policies', { onReject: 'continue' })
}

/** It has people of ours: what else it says of owners is for other readers. */
function isOurs(at: ForeignElement): boolean {
  return at.element.extensionElements?.values?.some(({ $type }) => $type === 'zhupi:people') ?? false
}

function candidates(at: ForeignElement, users: string | undefined, groups: string | undefined): Rule[] {
  return [
    ...many(users).flatMap((user) => one(at, 'candidateUsers', user)),
    ...many(groups).flatMap((group) => role(at, group)),
  ]
}

function one(at: ForeignElement, attribute: string, text: string | undefined): Rule[] {
  if (text === undefined) return []
  const from = `${attribute}="${text}"`
  if (!isExpression(text)) return [{ from, attributes: { from: 'user', value: text } }]
  if (isWithin(text)) {
    const value = at.text(attribute, text)
    return value === undefined ? [] : [{ from, attributes: { from: 'user', value } }]
  }
  const feel = at.value(attribute, text)
  if (feel === undefined) return []
  if (feel === 'initiator') return [{ from, attributes: { from: 'initiator' } }]
  const [, literal] = /^"([^"\\]*)"$/.exec(feel) ?? []
  return [
    { from, attributes: literal === undefined ? { from: 'feel', value: feel } : { from: 'user', value: literal } },
  ]
}

function role(at: ForeignElement, text: string): Rule[] {
  const value = at.text('candidateGroups', text)
  return value === undefined ? [] : [{ from: `candidateGroups="${text}"`, attributes: { from: 'role', value } }]
}

/** A list in one text: commas outside expressions, or a list of FEEL. */
function many(text: string | undefined): string[] {
  if (text === undefined) return []
  const [, list] = /^=\s*\[\s*("[^"\\]*"(?:\s*,\s*"[^"\\]*")*)\s*\]$/.exec(text) ?? []
  if (list !== undefined) return [...list.matchAll(/"([^"]*)"/g)].map(([, item = '']) => item)
  if (text.startsWith('=')) return [text]
  return text
    .split(/,(?![^{]*\})/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Words with an expression among them, such as `office-${district}`. */
function isWithin(text: string): boolean {
  return !text.startsWith('=') && text.replace(/[$#]\{[^{}]*\}/g, '').trim() !== ''
}

function isExpression(text: string): boolean {
  return /^=|[$#]\{/.test(text)
}
