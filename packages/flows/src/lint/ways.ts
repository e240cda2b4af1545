import type { Diagram, Node, Scope } from './diagram.ts'

/**
 * Where a run may go on from a node, as far as the drawing says: along its flows, over its boundary events, into a
 * sub-process and out of it, through links, and into event sub-processes of the same scope.
 */
export function waysFrom(node: Node): Node[] {
  return [...waysInScope(node), ...(node.inside ? node.inside.starts : []), ...eventStarts(node.scope), ...owner(node)]
}

/** The same without entering or leaving sub-processes. */
export function waysInScope(node: Node): Node[] {
  return [...node.outgoing.map(({ target }) => target), ...node.boundaries, ...linked(node)]
}

function owner({ scope }: Node): Node[] {
  return scope.owner ? [scope.owner] : []
}

function eventStarts({ eventSubProcesses }: Scope): Node[] {
  return eventSubProcesses.flatMap((node) => [node, ...(node.inside?.starts ?? [])])
}

/** The catching half of a link. */
export function linked(node: Node): Node[] {
  if (node.type !== 'bpmn:IntermediateThrowEvent' || node.event !== 'Link') return []
  const name = linkName(node)
  return node.scope.nodes.filter(
    (other) => other.type === 'bpmn:IntermediateCatchEvent' && other.event === 'Link' && linkName(other) === name,
  )
}

function linkName({ element, name }: Node): string {
  return element.eventDefinitions?.[0]?.name ?? name ?? ''
}

/** Everything that can be come to from these nodes, they themselves included. */
export function reach(from: readonly Node[], ways: (node: Node) => readonly Node[]): Set<Node> {
  const found = new Set(from)
  // A set may be added to while it is walked, so this visits what is found on the way.
  for (const node of found) for (const next of ways(node)) found.add(next)
  return found
}

/** What a run can come to at all; compensation handlers are called without a flow. */
export function reachable(diagram: Diagram): Set<Node> {
  const top = diagram.scopes[0]
  if (!top) return new Set()
  const handlers = diagram.nodes.filter(({ element }) => element.isForCompensation)
  return reach([...top.starts, ...eventStarts(top), ...handlers], waysFrom)
}
