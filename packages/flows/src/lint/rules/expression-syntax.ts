import { expressionsOf } from '../expressions.ts'
import { nameOf, type Rule } from '../rule.ts'

/** An expression that is no FEEL: evaluating it fails. */
export const expressionSyntax: Rule = {
  name: 'expression-syntax',
  severity: 'error',
  check(diagram, report, { faultOf }) {
    if (!faultOf) return
    for (const { elementId, node, path, text } of expressionsOf(diagram)) {
      const fault = faultOf(text)
      if (fault === undefined) continue
      report(elementId, {
        message: {
          zh: `${nameOf(node)}的表达式 ${text} 读不懂：${fault}`,
          en: `The expression ${text} of ${nameOf(node)} cannot be read: ${fault}`,
        },
        help: {
          zh: '按 FEEL 改写：文字用英文双引号，等于用一个 =，并且用 and，或者用 or。',
          en: 'Write it in FEEL: text in double quotes, equality with a single =, and, or, not().',
        },
        path,
      })
    }
  },
}
