import { nameOf, type Rule } from '../rule.ts'

/** A branch of an exclusive split without a condition that is not the default: it is taken before any later one. */
export const unconditionalBranch: Rule = {
  name: 'unconditional-branch',
  severity: 'warning',
  check({ nodes }, report) {
    for (const node of nodes) {
      if (node.type !== 'bpmn:ExclusiveGateway' || node.outgoing.length < 2) continue
      for (const { id, name, target, condition } of node.outgoing) {
        if (condition !== undefined || id === node.default) continue
        const label = nameOf({ id, name: name ?? target.name })
        report(id, {
          message: {
            zh: `${nameOf(node)}到${label}的分支没有条件，又不是默认：排在它后面的分支永远轮不到。`,
            en: `The branch from ${nameOf(node)} to ${label} has no condition and is not the default: those after it are never taken.`,
          },
          help: { zh: '写上条件，或者把它设为默认分支。', en: 'Write a condition, or make it the default flow.' },
        })
      }
    }
  },
}
