import { nameOf, type Rule } from '../rule.ts'
import { reachable } from '../ways.ts'

/** What is drawn and no run comes to. */
export const unreachable: Rule = {
  name: 'unreachable',
  severity: 'warning',
  check(diagram, report) {
    const found = reachable(diagram)
    const lost = diagram.nodes.filter((node) => !found.has(node))
    for (const node of lost) {
      // Of a lost line its first node is said, not every one.
      if (node.incoming.some(({ source }) => source !== node && lost.includes(source) && !isCircle(node, lost)))
        continue
      if (node.host && lost.includes(node.host)) continue
      if (node.scope.owner && lost.includes(node.scope.owner)) continue
      report(node.id, {
        message: {
          zh: `没有路通到${nameOf(node)}，它永远不会办理。`,
          en: `No way leads to ${nameOf(node)}: it never happens.`,
        },
        help: {
          zh: '从它该接在后面的那一步画一条顺序流到它，或者把它删去。',
          en: 'Draw a sequence flow to it from the step that it should follow, or delete it.',
        },
      })
    }
  },
}

/** In a lost circle none is first: then each is said. */
function isCircle(
  node: { incoming: { source: unknown }[] },
  lost: readonly { incoming: { source: unknown }[] }[],
): boolean {
  const seen = new Set<unknown>()
  const pending: unknown[] = node.incoming.map(({ source }) => source)
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (at === node) return true
    if (seen.has(at)) continue
    seen.add(at)
    pending.push(...(lost.find((other) => other === at)?.incoming.map(({ source }) => source) ?? []))
  }
  return false
}
