import { lanesIn } from '../../definition/lanes.ts'
import { attribute, extensionsOf, type ModdleElement } from '../../definition/moddle-element.ts'
import type { Node } from '../diagram.ts'
import { nameOf, type Rule } from '../rule.ts'

/**
 * A step that names nobody who acts: whoever the host lets in may complete it. Or one that asks the people of its lane and
 * lies in none: nobody is found.
 */
export const noPeople: Rule = {
  name: 'no-people',
  severity: 'warning',
  check({ nodes, process }, report) {
    for (const node of nodes.filter(({ type }) => type === 'bpmn:UserTask')) {
      const rules = extensionsOf(node.element, 'zhupi:People')
      const byLane = rules.every((rule) => attribute(rule, 'from') === 'lane' && attribute(rule, 'value') === undefined)
      if (rules.length > 0 && byLane && !isInLane(node, process)) {
        report(node.id, {
          message: {
            zh: `${nameOf(node)}由所在泳道的人办理，可是不在任何泳道里。`,
            en: `${nameOf(node)} asks the people of its lane, and lies in none.`,
          },
          help: {
            zh: '把它画进一条泳道，或者在“办理人”里另选。',
            en: 'Draw it inside a lane, or choose other people for this step.',
          },
        })
      }
      if (rules.length > 0) continue
      report(node.id, {
        message: {
          zh: `${nameOf(node)}没有写由谁办理，谁都可以办。`,
          en: `${nameOf(node)} names nobody: anybody may complete it.`,
        },
        help: {
          zh: '在这一步的“办理人”里选角色、单位、岗位或人员。',
          en: 'Choose a role, unit, post or person as the people of this step.',
        },
      })
    }
  },
}

/** In a lane itself, or inside a sub-process that is in one. */
function isInLane({ element, scope }: Node, process: ModdleElement): boolean {
  const { owner } = scope
  return lanesIn(owner?.element ?? process, [])(element).length > 0 || (owner !== undefined && isInLane(owner, process))
}
