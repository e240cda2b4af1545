import { attribute, extensionsOf } from '../../definition/moddle-element.ts'
import { nameOf, type Rule } from '../rule.ts'

/** A required opinion that fills no 意见栏: it is kept in the history and not printed. */
export const opinionWithoutField: Rule = {
  name: 'opinion-without-field',
  severity: 'info',
  check({ nodes }, report) {
    for (const node of nodes) {
      const [opinion] = extensionsOf(node.element, 'zhupi:Opinion')
      if (attribute(opinion, 'required') !== 'true' || attribute(opinion, 'field') !== undefined) continue
      report(node.id, {
        message: {
          zh: `${nameOf(node)}要求写意见，但没有指定填到哪一栏，打印出来的表上看不到。`,
          en: `${nameOf(node)} requires an opinion that fills no field: it is not printed on the form.`,
        },
        help: { zh: '在这一步的“意见”里选表单上的意见栏。', en: 'Choose an opinion field of the form for this step.' },
        path: ['zhupi:opinion'],
      })
    }
  },
}
