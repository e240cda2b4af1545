import { type Generic, written } from '../foreign-element.ts'
import type { Concept } from './concept.ts'

const WHY: Readonly<Record<string, string>> = {
  skipExpression: 'a step is skipped by its policies, not by an expression',
  asyncBefore: 'services run after the commit in any case',
  asyncAfter: 'services run after the commit in any case',
  async: 'services run after the commit in any case',
  exclusive: 'a case never does two things at once',
  priority: 'tasks have no priority of their own',
  historyTimeToLive: 'the history is kept',
  candidateStarterUsers: 'who may start is written in the matter',
  candidateStarterGroups: 'who may start is written in the matter',
  errorCodeVariable: 'an error’s code is not kept as a variable',
  properties: 'properties of designers mean nothing to a run',
  userTask: 'every user task is one',
  versionTag: 'a version is the matter’s',
}

/** Whatever no other concept took is removed, and said: nothing is lost in silence. Runs last. */
export const leftover: Concept = (at) => {
  const { $attrs } = at.element
  for (const [name, text] of Object.entries($attrs)) {
    if (!at.diagram.isForeign(name)) continue
    delete $attrs[name]
    at.dropped(name, text, why(name))
  }
  for (const one of at.removeExtensions(({ $type }) => at.diagram.isForeign($type)))
    at.dropped(one.$type, describe(one), why(one.$type))
}

function why(name: string): string {
  const local = name.slice(name.indexOf(':') + 1)
  return Object.hasOwn(WHY, local) ? (WHY[local] ?? '') : 'it has no counterpart'
}

function describe(one: Generic): string {
  const attributes = Object.entries(one).filter((entry): entry is [string, string] => {
    const [name, value] = entry
    return !name.startsWith('$') && typeof value === 'string'
  })
  const children = one.$children?.map((child) => `<${child.$type}${describe(child)}>`) ?? []
  return `${written(Object.fromEntries(attributes))}${one.$body?.trim() ?? ''}${children.join('')}`.trim()
}
