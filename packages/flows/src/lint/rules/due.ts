import { attribute, extensionsOf } from '../../definition/moddle-element.ts'
import { addDuration } from '../../engine/timer/iso-8601.ts'
import { nameOf, type Rule } from '../rule.ts'

const BEGINNING = '2026-01-01T00:00:00.000Z'

/** A deadline that is none, or that hands over where nobody holds the task who could have a leader. */
export const due: Rule = {
  name: 'due',
  severity: 'error',
  check({ nodes }, report) {
    for (const node of nodes) {
      const [rule] = extensionsOf(node.element, 'zhupi:Due')
      if (!rule) continue
      const after = attribute(rule, 'after') ?? ''
      if (!after.includes('{{') && addDuration(BEGINNING, after) === undefined) {
        report(node.id, {
          message: {
            zh: `${nameOf(node)}的期限“${after}”看不懂。`,
            en: `The deadline “${after}” of ${nameOf(node)} is no duration.`,
          },
          help: {
            zh: '写 ISO 8601 的时长，如 P3D（三天）、PT4H（四小时）。',
            en: 'Write an ISO 8601 duration, such as P3D (three days) or PT4H (four hours).',
          },
          path: ['zhupi:due'],
        })
      }
      const overdue = attribute(rule, 'overdue') ?? 'none'
      if (overdue !== 'none' && overdue !== 'remind' && extensionsOf(node.element, 'zhupi:People').length === 0) {
        report(node.id, {
          message: {
            zh: `${nameOf(node)}逾期要${overdue === 'transfer' ? '移交' : '自动决定'}，但没有写由谁办理，找不到人。`,
            en: `${nameOf(node)} is to be ${overdue === 'transfer' ? 'handed over' : 'decided'} when overdue, and names nobody to do it for.`,
          },
          help: {
            zh: '写上办理人，或者把逾期改成提醒。',
            en: 'Name people for the step, or only remind when it is overdue.',
          },
          path: ['zhupi:due'],
          severity: 'warning',
        })
      }
      if (overdue === 'none' && attribute(rule, 'overdue') !== undefined) continue
      if (overdue === 'none') {
        report(node.id, {
          message: {
            zh: `${nameOf(node)}有期限，但没有写逾期怎么办。`,
            en: `${nameOf(node)} has a deadline, and nothing happens when it passes.`,
          },
          help: {
            zh: '选逾期后提醒、移交或自动决定。',
            en: 'Choose what happens when it is overdue: remind, hand over, approve or reject.',
          },
          path: ['zhupi:due'],
          severity: 'info',
        })
      }
    }
  },
}
