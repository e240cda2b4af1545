import { attribute, extensionsOf } from '../../definition/moddle-element.ts'
import type { Diagram, Node } from '../diagram.ts'
import { nameOf, type Rule } from '../rule.ts'
import { reach, waysFrom } from '../ways.ts'

/** A step that may return where nobody has been before it: no step of people, and no initiator who filled in a form. */
export const returnNowhere: Rule = {
  name: 'return-nowhere',
  severity: 'warning',
  check(diagram, report) {
    const first = beforeAnybody(diagram)
    for (const node of diagram.nodes) {
      if (node.type !== 'bpmn:UserTask' || !first.has(node) || !mayReturn(node)) continue
      report(node.id, {
        message: {
          zh: `${nameOf(node)}允许退回，但它前面没有人办过，流程也不是由人发起的。`,
          en: `${nameOf(node)} may return, but nobody acts before it, and nobody starts the flow.`,
        },
        help: { zh: '在这一步的操作里去掉“退回”。', en: 'Take “return” from the actions of this step.' },
        path: ['zhupi:actions'],
      })
    }
  },
}

/** Steps to which only ways from starts without people lead, past no other step. */
function beforeAnybody({ nodes, scopes }: Diagram): Set<Node> {
  const starts = scopes[0]?.starts ?? []
  const byPeople = reach(
    starts.filter(({ event }) => event === undefined || event === 'Message'),
    waysFrom,
  )
  const steps = nodes.filter(({ type }) => type === 'bpmn:UserTask')
  const after = reach(steps.flatMap(waysFrom), waysFrom)
  return new Set(nodes.filter((node) => !byPeople.has(node) && !after.has(node)))
}

function mayReturn({ element }: Node): boolean {
  const allowed = attribute(extensionsOf(element, 'zhupi:Actions')[0], 'allow')?.split(/[\s,]+/)
  return allowed?.includes('return') ?? false
}
