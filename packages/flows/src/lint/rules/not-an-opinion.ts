import { attribute, extensionsOf } from '../../definition/moddle-element.ts'
import { nameOf, type Rule } from '../rule.ts'

/** An opinion that fills what is no 意见栏 of the form. */
export const notAnOpinion: Rule = {
  name: 'not-an-opinion',
  severity: 'error',
  check({ nodes }, report, { opinionFields }) {
    if (!opinionFields) return
    for (const node of nodes) {
      const field = attribute(extensionsOf(node.element, 'zhupi:Opinion')[0], 'field')
      if (field === undefined || opinionFields.includes(field)) continue
      report(node.id, {
        message: {
          zh: `${nameOf(node)}：表单里没有意见栏“${field}”。`,
          en: `${nameOf(node)}: the form has no opinion field “${field}”.`,
        },
        help: {
          zh: `选表单里有的意见栏${opinionFields.length > 0 ? `：${opinionFields.join('、')}` : '，或者先在表单里加一个'}。`,
          en: `Choose an opinion field of the form${opinionFields.length > 0 ? `: ${opinionFields.join(', ')}` : ', or add one to it'}.`,
        },
        path: ['zhupi:opinion'],
      })
    }
  },
}
