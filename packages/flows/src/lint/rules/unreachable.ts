import type { Node } from '../diagram.ts'
import { nameOf, type Rule } from '../rule.ts'
import { reach, reachable, waysFrom } from '../ways.ts'

/** What is drawn and no run comes to. */
export const unreachable: Rule = {
  name: 'unreachable',
  severity: 'warning',
  check(diagram, report) {
    const found = reachable(diagram)
    const lost = new Set(diagram.nodes.filter((node) => !found.has(node)))
    // Of a lost line its first node is said, not every one; of a lost circle whichever comes first.
    const said = new Set<Node>()
    const isFirst = ({ incoming, host, scope }: Node) =>
      !incoming.some(({ source }) => lost.has(source)) &&
      !(host && lost.has(host)) &&
      !(scope.owner && lost.has(scope.owner))
    for (const node of [...[...lost].filter(isFirst), ...lost]) {
      if (said.has(node)) continue
      for (const covered of reach([node], waysFrom)) said.add(covered)
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
