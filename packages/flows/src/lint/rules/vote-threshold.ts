import { attribute, extensionsOf, type ModdleElement } from '../../definition/moddle-element.ts'
import type { Text } from '../../text.ts'
import { nameOf, type Rule } from '../rule.ts'

/** A vote that no number of votes decides as meant. */
export const voteThreshold: Rule = {
  name: 'vote-threshold',
  severity: 'error',
  check({ nodes }, report) {
    for (const node of nodes) {
      const [round] = extensionsOf(node.element, 'zhupi:Round')
      if (attribute(round, 'type') !== 'vote') continue
      const fault = faultOf(attribute(round, 'threshold'), attribute(round, 'by') ?? 'share', node.element)
      if (!fault) continue
      const { text, severity } = fault
      report(node.id, {
        message: { zh: `${nameOf(node)}的票数门槛${text.zh}`, en: `The threshold of ${nameOf(node)} ${text.en}` },
        help: {
          zh: '按比例写 0 到 1 之间的数，如 0.6；按人数或权重写不超过总数的数。',
          en: 'By share write a number from 0 to 1, such as 0.6; by count or weight one that is not over the whole.',
        },
        path: ['zhupi:round', 'threshold'],
        severity,
      })
    }
  },
}

function faultOf(
  threshold: string | undefined,
  by: string,
  element: ModdleElement,
): { text: Text; severity: 'error' | 'warning' } | undefined {
  if (threshold === undefined) return { text: { zh: '没有写。', en: 'is not written.' }, severity: 'warning' }
  const number = Number(threshold)
  if (Number.isNaN(number) || number < 0 || (by === 'share' && number > 1)) {
    return { text: { zh: `“${threshold}”不在范围里。`, en: `“${threshold}” is out of range.` }, severity: 'error' }
  }
  if (number === 0)
    return { text: { zh: '是 0，一票不投也通过。', en: 'is 0: it passes without a vote.' }, severity: 'warning' }
  const most = mostVotes(by, element)
  if (most !== undefined && number > most) {
    return {
      text: {
        zh: `是 ${threshold}，但最多只有 ${most} 票，永远通不过。`,
        en: `is ${threshold} of at most ${most}: it never passes.`,
      },
      severity: 'error',
    }
  }
  return undefined
}

/** Known only where every rule names one person. */
function mostVotes(by: string, element: ModdleElement): number | undefined {
  const people = extensionsOf(element, 'zhupi:People')
  if (by === 'share' || people.length === 0) return undefined
  if (people.some((rule) => attribute(rule, 'from') !== 'user' || attribute(rule, 'value')?.includes('{{')))
    return undefined
  const weights = people.map((rule) => (by === 'weight' ? Number(attribute(rule, 'weight') ?? 1) : 1))
  return weights.reduce((sum, weight) => sum + weight, 0)
}
