import { eachOf, versionlessKey } from '../definition/element-key.ts'
import type { FlowElement, ProcessDefinition } from '../definition/process-definition.ts'

/** How sure it is that two things are the same: the id says so, or the type, the name and the neighbours do, or nothing. */
export type Confidence = 'id' | 'neighbours' | 'none'

export interface Match {
  from: string
  /** Id in the newer version; null when nothing there is the same. */
  to: string | null
  confidence: Confidence
}

/**
 * Which element of the older version is which of the newer: by id, in whichever version of a called process; then, among what is left of the same type and name, by
 * the neighbours that are known to be the same, the surest first, as long as one is surer than every other.
 */
export function matchElements(before: ProcessDefinition, after: ProcessDefinition): Match[] {
  const found = new Map<string, string>()
  for (const { id } of drawnIn(before)) if (after.elements[id]) found.set(id, id)
  matchOtherVersions(before, after, found)
  while (matchSurest(before, after, found)) {
    // Each match makes neighbours known, by which others are matched.
  }
  for (const { id, bodyOf } of Object.values(before.elements)) {
    // What a marker repeats is the same where the activity is.
    const body = bodyOf === undefined ? undefined : after.elements[eachOf(found.get(bodyOf) ?? '')]
    if (body) found.set(id, body.id)
  }
  return Object.keys(before.elements).map((from) => {
    const to = found.get(from) ?? null
    return { from, to, confidence: to === null ? 'none' : to === from ? 'id' : 'neighbours' }
  })
}

function drawnIn({ elements }: ProcessDefinition): FlowElement[] {
  return Object.values(elements).filter(({ bodyOf }) => bodyOf === undefined)
}

/** Elements of a called process of which another version is called now. */
function matchOtherVersions(before: ProcessDefinition, after: ProcessDefinition, found: Map<string, string>): void {
  const taken = new Set(found.values())
  const free = drawnIn(after).filter(({ id }) => !taken.has(id))
  for (const { id } of drawnIn(before)) {
    if (found.has(id) || !id.includes('/')) continue
    const [alike, another] = free.filter((now) => versionlessKey(now.id) === versionlessKey(id))
    if (!alike || another || taken.has(alike.id)) continue
    found.set(id, alike.id)
    taken.add(alike.id)
  }
}

interface Pair {
  old: FlowElement
  now: FlowElement
  score: number
}

/** Adds the pairs with which no other competes; false when there are none. */
function matchSurest(before: ProcessDefinition, after: ProcessDefinition, found: Map<string, string>): boolean {
  const taken = new Set(found.values())
  const free = drawnIn(after).filter(({ id }) => !taken.has(id))
  const pairs: Pair[] = drawnIn(before)
    .filter(({ id }) => !found.has(id))
    .flatMap((old) => free.map((now) => ({ old, now, score: similarity(before, after, found, old, now) })))
    .filter(({ score }) => score > 0)
  const surest = pairs.filter(
    (pair) =>
      !pairs.some(
        (other) => other !== pair && (other.old === pair.old || other.now === pair.now) && other.score >= pair.score,
      ),
  )
  for (const { old, now } of surest) found.set(old.id, now.id)
  return surest.length > 0
}

/** 0: not the same. A name weighs more than neighbours; without one all neighbours of one side must be the same. */
function similarity(
  before: ProcessDefinition,
  after: ProcessDefinition,
  found: ReadonlyMap<string, string>,
  old: FlowElement,
  now: FlowElement,
): number {
  if (old.type !== now.type || old.event?.kind !== now.event?.kind || old.name !== now.name) return 0
  const sameScope = scopeAfter(before, old, (id) => found.get(id)) === scopeAfter(after, now, (id) => id)
  const sides = [
    shared(sources(before, old), sources(after, now), found),
    shared(targets(before, old), targets(after, now), found),
    shared(listOf(old.attachedTo), listOf(now.attachedTo), found),
  ]
  const onlyStart = old.type === 'bpmn:StartEvent' && sameScope && isAlone(before, old) && isAlone(after, now)
  if (!old.name && !onlyStart && !(sameScope && sides.includes(1))) return 0
  return (old.name ? 4 : 0) + (sameScope ? 1 : 0) + sides.reduce((sum, side) => sum + side, 0)
}

/** The scope of an element by its name in the newer version: a sub-process, or a called process whatever its version. */
export function scopeAfter(
  { elements }: ProcessDefinition,
  { scope }: FlowElement,
  nowOf: (id: string) => string | undefined,
): string | undefined {
  if (scope === undefined) return undefined
  return elements[scope] ? (nowOf(scope) ?? '') : versionlessKey(scope)
}

function sources({ sequenceFlows }: ProcessDefinition, { incoming }: FlowElement): string[] {
  return incoming.flatMap((id) => sequenceFlows[id]?.source ?? [])
}

function targets({ sequenceFlows }: ProcessDefinition, { outgoing }: FlowElement): string[] {
  return outgoing.flatMap((id) => sequenceFlows[id]?.target ?? [])
}

function listOf(id: string | undefined): string[] {
  return id === undefined ? [] : [id]
}

/** The share of neighbours that are known to be the same; 0 when there are none. */
function shared(old: readonly string[], now: readonly string[], found: ReadonlyMap<string, string>): number {
  const same = old.filter((id) => now.includes(found.get(id) ?? '')).length
  return same / Math.max(1, old.length, now.length)
}

function isAlone({ elements }: ProcessDefinition, start: FlowElement): boolean {
  return Object.values(elements).filter(({ type, scope }) => type === start.type && scope === start.scope).length === 1
}
