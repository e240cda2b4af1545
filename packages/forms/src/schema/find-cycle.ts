/** A cycle of a directed graph, its first node again at the end; `undefined` when there is none. */
export function findCycle(edges: ReadonlyMap<string, ReadonlySet<string>>): string[] | undefined {
  const done = new Set<string>()
  for (const start of edges.keys()) {
    const trail: Array<{ node: string; next: Iterator<string> }> = []
    const open = new Set<string>()
    const enter = (node: string) => {
      open.add(node)
      trail.push({ node, next: (edges.get(node) ?? new Set<string>()).values() })
    }
    if (!done.has(start)) enter(start)
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const { value, done: finished } = top.next.next()
      if (finished) {
        open.delete(top.node)
        done.add(top.node)
        trail.pop()
      } else if (open.has(value)) {
        const line = trail.map(({ node }) => node)
        return [...line.slice(line.indexOf(value)), value]
      } else if (!done.has(value)) enter(value)
    }
  }
  return undefined
}
