import { nameOf, type Rule } from '../rule.ts'

/** A split whose every branch has a condition: where none holds, the case cannot go on. */
export const noDefaultFlow: Rule = {
  name: 'no-default-flow',
  severity: 'info',
  check({ nodes }, report) {
    for (const node of nodes) {
      if (!/(Exclusive|Inclusive)Gateway$/.test(node.type) || node.default !== undefined) continue
      if (node.outgoing.length === 0 || node.outgoing.some(({ condition }) => condition === undefined)) continue
      report(node.id, {
        message: {
          zh: `${nameOf(node)}没有默认分支：字段没有填时，每个条件都不成立。`,
          en: `${nameOf(node)} has no default flow: where a field is empty, no condition holds.`,
        },
        help: { zh: '选一条分支作默认。', en: 'Make one branch the default.' },
      })
    }
  },
}
