import { extensionsOf } from '../../definition/moddle-element.ts'
import { nameOf, type Rule } from '../rule.ts'

/** A step that names nobody who acts: whoever the host lets in may complete it. */
export const noPeople: Rule = {
  name: 'no-people',
  severity: 'warning',
  check({ nodes }, report) {
    for (const node of nodes) {
      if (node.type !== 'bpmn:UserTask' || extensionsOf(node.element, 'zhupi:People').length > 0) continue
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
