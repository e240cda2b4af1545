import { attribute, extensionsOf } from '../../definition/moddle-element.ts'
import type { Node, Scope } from '../diagram.ts'
import { nameOf, type Rule } from '../rule.ts'
import { reach, reachable, waysInScope } from '../ways.ts'

/** A circle that a case can enter and never leave. */
export const noWayToEnd: Rule = {
  name: 'no-way-to-end',
  severity: 'error',
  check(diagram, report) {
    const used = reachable(diagram)
    for (const scope of diagram.scopes) {
      if (canBeLeft(scope)) continue
      const ends = scope.nodes.filter(isEnd)
      const before = new Map<Node, Node[]>()
      for (const node of scope.nodes) {
        for (const next of waysInScope(node)) add(before, next, node)
      }
      const ending = reach(ends, (node) => before.get(node) ?? [])
      const lost = scope.nodes.filter((node) => used.has(node) && !ending.has(node) && !node.element.isForCompensation)
      // The first of the circle itself, rather than what leads into it; a long line is not searched for it.
      const stuck = lost.slice(0, 100).find((node) => reach(waysInScope(node), waysInScope).has(node)) ?? lost[0]
      if (!stuck) continue
      report(stuck.id, {
        message: {
          zh: `从${nameOf(stuck)}起没有路通到结束，办件永远办不完。`,
          en: `From ${nameOf(stuck)} no way leads to an end: a case never finishes.`,
        },
        help: {
          zh: '在这个圈里加一个出口：从某个网关画一条顺序流到结束事件。',
          en: 'Give the circle a way out: draw a sequence flow from one of its gateways to an end event.',
        },
      })
    }
  },
}

function add(lists: Map<Node, Node[]>, key: Node, node: Node): void {
  const list = lists.get(key)
  if (list) list.push(node)
  else lists.set(key, [node])
}

/** A sub-process with an event on its edge, or one in its scope, may be ended from there. */
function canBeLeft({ owner, eventSubProcesses }: Scope): boolean {
  return (owner?.boundaries.length ?? 0) > 0 || eventSubProcesses.length > 0
}

/** Where a token dies, or a rejection ends the case. An inner sub-process may throw what ends the outer one. */
function isEnd(node: Node): boolean {
  if (node.outgoing.length === 0 && node.event !== 'Link') return true
  if (node.inside || node.type === 'bpmn:CallActivity') return true
  if (node.type !== 'bpmn:UserTask' || !node.element.extensionElements) return false
  const [policies] = extensionsOf(node.element, 'zhupi:Policies')
  return (attribute(policies, 'onReject') ?? 'end') !== 'continue'
}
