import { eachOf } from './element-key.ts'
import type { FlowElement } from './process-definition.ts'

/**
 * An activity with a marker is two elements of a definition: the whole, which stands in the flow, carries the boundary
 * events and counts, and inside it what is run for each instance. Any other element is itself.
 */
export function repeatedParts(element: FlowElement): FlowElement[] {
  if (!element.loop) return [element]
  const { loop, ...work } = element
  const { id, bareId, type, name, scope, incoming, outgoing, boundaries, lanes, forCompensation } = element
  return [
    {
      id,
      bareId,
      type,
      name,
      scope,
      incoming,
      outgoing,
      boundaries,
      lanes,
      loop,
      default: element.default,
      forCompensation,
    },
    { ...work, id: eachOf(id), scope: id, bodyOf: id, default: undefined, forCompensation: undefined },
  ]
}
