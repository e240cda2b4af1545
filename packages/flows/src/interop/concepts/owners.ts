import type { ForeignElement } from '../foreign-element.ts'

/** Who does a task in BPMN's own words: an assignee, and candidates as they are written in the vendors' attributes. */
export interface Owners {
  assignee?: string
  users?: string
  groups?: string
}

/**
 * Takes `humanPerformer` (the assignee) and `potentialOwner` (candidates: `user(a), group(b)`, a name alone is a group), as
 * Activiti, Flowable and Camunda 7 read them.
 */
export function takeOwners(at: ForeignElement): Owners {
  const { resources = [] } = at.element
  const textOf = (type: string) =>
    resources
      .filter(({ $type }) => $type === type)
      .map(({ resourceAssignmentExpression }) => resourceAssignmentExpression?.expression?.body?.trim() ?? '')
      .filter((text) => text !== '')
      .join(',')
  const assignee = textOf('bpmn:HumanPerformer')
  const named = split(textOf('bpmn:PotentialOwner')).map((text) => {
    const [, word, inside = ''] = /^(user|group)\(([\s\S]*)\)$/.exec(text) ?? []
    return { word: word ?? 'group', name: word === undefined ? text : inside.trim() }
  })
  const namesOf = (kind: 'user' | 'group') =>
    named.flatMap(({ word, name }) => (word === kind && name !== '' ? name : [])).join(',')
  if (assignee !== '' || named.length > 0) at.element.resources = resources.filter(({ $type }) => !OWNERS.has($type))
  return { assignee: assignee || undefined, users: namesOf('user') || undefined, groups: namesOf('group') || undefined }
}

const OWNERS = new Set(['bpmn:HumanPerformer', 'bpmn:PotentialOwner'])

/** At the commas that stand in no brackets; without what is blank. */
function split(text: string): string[] {
  const parts = ['']
  let depth = 0
  for (const sign of text) {
    if (sign === '(' || sign === '{') depth += 1
    if (sign === ')' || sign === '}') depth -= 1
    if (sign === ',' && depth <= 0) parts.push('')
    else parts[parts.length - 1] += sign
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}
