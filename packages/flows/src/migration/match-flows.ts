import type { ProcessDefinition, SequenceFlow } from '../definition/process-definition.ts'
import type { Match } from './match-elements.ts'

/**
 * Which sequence flow is which, once the elements are matched: by id where it still leads to the same element; by both
 * ends; by its target alone where only one comes in question (something was drawn into the flow); else by id.
 */
export function matchFlows(before: ProcessDefinition, after: ProcessDefinition, elements: readonly Match[]): Match[] {
  const now = new Map(elements.map(({ from, to }) => [from, to]))
  const found = new Map<string, string>()
  const taken = new Set<string>()
  const pass = (choose: (flow: SequenceFlow, free: readonly SequenceFlow[]) => SequenceFlow | undefined) => {
    for (const flow of Object.values(before.sequenceFlows)) {
      if (found.has(flow.id)) continue
      const free = Object.values(after.sequenceFlows).filter(({ id }) => !taken.has(id))
      const match = choose(flow, free)
      if (!match) continue
      found.set(flow.id, match.id)
      taken.add(match.id)
    }
  }
  const sameTarget = (old: SequenceFlow) => (flow: SequenceFlow) => flow.target === now.get(old.target)
  const sameEnds = (old: SequenceFlow) => (flow: SequenceFlow) =>
    sameTarget(old)(flow) && flow.source === now.get(old.source)

  pass((old, free) => free.filter(sameTarget(old)).find(({ id }) => id === old.id))
  pass((old, free) => free.filter(sameEnds(old)).find(({ condition }) => condition === old.condition))
  pass((old, free) => free.find(sameEnds(old)))
  pass((old, free) => {
    const candidates = free.filter(sameTarget(old))
    const rivals = Object.values(before.sequenceFlows).filter(
      ({ id, target }) => !found.has(id) && target === old.target,
    )
    return candidates.length === 1 && rivals.length === 1 ? candidates[0] : undefined
  })
  pass((old, free) => free.find(({ id }) => id === old.id))

  return Object.keys(before.sequenceFlows).map((from) => {
    const to = found.get(from) ?? null
    return { from, to, confidence: to === null ? 'none' : to === from ? 'id' : 'neighbours' }
  })
}
