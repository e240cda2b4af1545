import type { ProcessDefinition } from '../definition/process-definition.ts'
import type { Activation, Timer } from '../engine/instance.ts'
import { isJoin, waysFrom } from './ways.ts'

/** A token that is under way: at an open element, or at the end of a flow before a join. */
export interface Standing {
  /** The same in both versions. */
  key: string
  place: string
  scope: number | undefined
  /** Boundary events there that will not happen any more. */
  spent?: ReadonlySet<string>
}

/** What would go wrong with tokens that stand so. */
export type Trouble =
  /** A join to which a token comes, and which waits for another that nobody can bring. */
  | { kind: 'starves'; join: string }
  /** Two tokens that come to one element without having been joined before. */
  | { kind: 'doubles'; keys: string; place: string }

/** Looks at the tokens of each scope together. What a version as a whole does wrong is found as well: compare with the other. */
export function troublesOf(definition: ProcessDefinition, standing: readonly Standing[]): Trouble[] {
  const scopes = new Set(standing.map(({ scope }) => scope))
  return [...scopes].flatMap((scope) => {
    // Instances of an activity run beside one another and meet nowhere.
    const isInstance = ({ place }: Standing) => definition.elements[place]?.bodyOf !== undefined
    const together = standing.filter((token) => token.scope === scope && !isInstance(token))
    return [...starving(definition, together), ...doubled(definition, together)]
  })
}

/** The timers on the edge of an open visit that have fired already, and not for the next time. */
export function spentTimers(
  { elements }: ProcessDefinition,
  { id, element }: Activation,
  timers: readonly Timer[],
): Set<string> {
  const boundaries = elements[element]?.boundaries ?? []
  const waits = (boundary: string) => timers.some((timer) => timer.activation === id && timer.element === boundary)
  return new Set(boundaries.filter((boundary) => elements[boundary]?.event?.kind === 'timer' && !waits(boundary)))
}

/** The timers on the edge of visits, as they wait when these are opened. */
export function freshTimers({ elements }: ProcessDefinition, activations: readonly Activation[]): Timer[] {
  return activations.flatMap(({ id, element }) =>
    (elements[element]?.boundaries ?? []).map((boundary) => ({ id: '', activation: id, element: boundary, at: '' })),
  )
}

/** Joins that get a token of some of their flows and never what they wait for: one passes a join only once it has got that. */
function starving(definition: ProcessDefinition, tokens: readonly Standing[]): Trouble[] {
  const waiting = new Set(Object.keys(definition.elements).filter((id) => isJoin(definition, id)))
  const reached = new Set(tokens.flatMap(({ place, spent }) => [...waysFrom(definition, place, waiting, spent)]))
  const incoming = (join: string) => definition.elements[join]?.incoming ?? []
  for (;;) {
    const complete = [...waiting].find((join) => isComplete(definition, join, reached, tokens))
    if (complete === undefined) break
    waiting.delete(complete)
    for (const place of waysFrom(definition, complete, waiting)) reached.add(place)
  }
  return [...waiting]
    .filter((join) => incoming(join).some((flow) => reached.has(flow)))
    .map((join) => ({ kind: 'starves', join }))
}

/**
 * Whether a join goes on when tokens come along the flows that are reached: a parallel one needs all its flows, an inclusive
 * one waits for each token that may still come along another one, but for those that may as well come along a flow that is filled.
 */
function isComplete(
  definition: ProcessDefinition,
  join: string,
  reached: ReadonlySet<string>,
  tokens: readonly Standing[],
): boolean {
  const { type, incoming = [] } = definition.elements[join] ?? {}
  const filled = incoming.filter((flow) => reached.has(flow))
  const empty = incoming.filter((flow) => !reached.has(flow))
  if (empty.length === 0 || filled.length === 0 || type === 'bpmn:ParallelGateway') return empty.length === 0
  return tokens.every(({ place, spent }) => {
    const ways = waysFrom(definition, place, new Set([join]), spent)
    return !empty.some((flow) => ways.has(flow)) || filled.some((flow) => ways.has(flow))
  })
}

function doubled(definition: ProcessDefinition, tokens: readonly Standing[]): Trouble[] {
  const ways = tokens.map(({ place, spent }) => waysFrom(definition, place, undefined, spent))
  return tokens.flatMap((one, index) =>
    tokens.slice(index + 1).flatMap((other, further): Trouble[] => {
      const theirs = ways[index + 1 + further] ?? new Set()
      const common = [...(ways[index] ?? [])].filter((id) => theirs.has(id))
      const stops = new Set(common.filter((id) => isJoin(definition, id) && waitsForBoth(definition, id, one, other)))
      const reached = waysFrom(definition, other.place, stops, other.spent)
      const place = [...waysFrom(definition, one.place, stops, one.spent)].find(
        (id) => reached.has(id) && definition.elements[id]?.type !== 'bpmn:EndEvent' && !leadsToEnd(definition, id),
      )
      return place === undefined ? [] : [{ kind: 'doubles', keys: `${one.key} ${other.key}`, place }]
    }),
  )
}

/**
 * A join waits for both where they come along different sequence flows. Where both may come along the same one, as in a
 * loop that leads one of them back to where the branches begin, it goes on with what one of them brings alone, and the
 * other waits for nobody.
 *
 * Source: BPMN 2.0.2, clauses 13.4.1 (Parallel Gateway) and 13.4.3 (Inclusive Gateway).
 */
function waitsForBoth(definition: ProcessDefinition, join: string, one: Standing, other: Standing): boolean {
  const [ways, theirs] = [one, other].map(({ place, spent }) => waysFrom(definition, place, new Set([join]), spent))
  return !definition.elements[join]?.incoming.some((flow) => ways?.has(flow) && theirs?.has(flow))
}

/** Two tokens may well come to one end. */
function leadsToEnd({ elements, sequenceFlows }: ProcessDefinition, id: string): boolean {
  return elements[sequenceFlows[id]?.target ?? '']?.type === 'bpmn:EndEvent'
}
