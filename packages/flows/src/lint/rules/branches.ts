import { attribute, extensionsOf } from '../../definition/moddle-element.ts'
import type { Text } from '../../text.ts'
import { type Condition, type Literal, OTHER, readCondition, samples } from '../condition.ts'
import type { Diagram, Flow, Node } from '../diagram.ts'
import { nameOf, type Report, type Rule } from '../rule.ts'

/** An exclusive split over one name: a value that no branch takes, one that two take, a branch that is never taken. */
export const branches: Rule = {
  name: 'branches',
  severity: 'warning',
  check(diagram, report) {
    for (const node of diagram.nodes) {
      if (node.type !== 'bpmn:ExclusiveGateway' || node.outgoing.length === 0) continue
      const conditional = node.outgoing.filter(({ id }) => id !== node.default)
      const read = conditional.map((flow) => ({ flow, condition: readCondition(flow.condition ?? '') }))
      const branches = read.flatMap(({ flow, condition }) => (condition ? [{ flow, condition }] : []))
      const [first] = branches
      if (!first || branches.length < read.length) continue
      if (branches.some(({ condition }) => !isComparable(condition, first.condition))) continue
      compare(node, branches, valuesOf(branches, diagram), report)
    }
  },
}

interface Branch {
  flow: Flow
  condition: Condition
}

function isComparable(one: Condition, two: Condition): boolean {
  return one.name === two.name && typeof one.literals[0] === typeof two.literals[0]
}

function valuesOf(branches: readonly Branch[], diagram: Diagram): Literal[] {
  const name = branches[0]?.condition.name ?? ''
  return samples(
    branches.flatMap(({ condition }) => condition.literals),
    outcomesOf(name, diagram),
  )
}

/** What a step can decide, where the name is `decisions.<step>`. */
function outcomesOf(name: string, { nodes }: Diagram): string[] | undefined {
  const step = nodes.find(({ id, type }) => name === `decisions.${id}` && type === 'bpmn:UserTask')
  if (!step || extensionsOf(step.element, 'zhupi:People').length === 0) return undefined
  const [policies] = extensionsOf(step.element, 'zhupi:Policies')
  const [actions] = extensionsOf(step.element, 'zhupi:Actions')
  const goesOn = (attribute(policies, 'onReject') ?? 'end') !== 'end'
  return ['approve', ...(goesOn ? ['reject'] : []), ...(attribute(actions, 'outcomes')?.split(/[\s,]+/) ?? [])]
}

function compare(node: Node, branches: readonly Branch[], values: readonly Literal[], report: Report): void {
  const { name } = branches[0]?.condition ?? { name: '' }
  const takers = values.map((value) => ({ value, by: branches.filter(({ condition }) => condition.holds(value)) }))
  const missed = node.default === undefined ? takers.find(({ by }) => by.length === 0) : undefined
  if (missed) {
    const value = say(missed.value)
    report(node.id, {
      message: {
        zh: `${nameOf(node)}：${name} 为${value.zh}时没有一条分支走得通，办件会停在这里。`,
        en: `${nameOf(node)}: no branch takes ${name} = ${value.en}: a case stops here.`,
      },
      help: {
        zh: '把一条分支设为默认，或者补上这种情况的条件。',
        en: 'Make one branch the default, or add a condition for this value.',
      },
    })
  }
  for (const branch of branches) {
    const own = takers.filter(({ by }) => by.includes(branch))
    if (own.length === 0 || own.every(({ by }) => by[0] !== branch)) never(branch.flow, name, report)
  }
  const doubled = takers.find(({ by }) => by.length > 1)
  const [one, two] = doubled?.by ?? []
  if (!doubled || !one || !two) return
  const value = say(doubled.value)
  report(two.flow.id, {
    message: {
      zh: `${nameOf(node)}：${name} 为${value.zh}时${labelOf(one.flow)}和${labelOf(two.flow)}都成立，只会走前一条。`,
      en: `${nameOf(node)}: ${name} = ${value.en} satisfies both ${labelOf(one.flow)} and ${labelOf(two.flow)}; only the first is taken.`,
    },
    help: {
      zh: '把两个条件改成互不相交，或者确认前一条应当优先。',
      en: 'Make the conditions exclude each other, or be sure that the first is meant to win.',
    },
    severity: 'info',
  })
}

function never(flow: Flow, name: string, report: Report): void {
  report(flow.id, {
    message: {
      zh: `${labelOf(flow)}的条件 ${flow.condition ?? ''} 永远轮不到：${name} 的每种值都先走了别的分支，或者不会出现。`,
      en: `${labelOf(flow)} is never taken: whatever ${name} is, another branch comes first, or the value does not occur.`,
    },
    help: { zh: '调换分支的先后，或者改条件。', en: 'Change the order of the branches, or the condition.' },
  })
}

function labelOf({ id, name, target }: Flow): string {
  return nameOf({ id, name: name ?? target.name })
}

function say(value: Literal): Text {
  if (value === OTHER) return { zh: '其他值', en: 'anything else' }
  return { zh: ` ${JSON.stringify(value)} `, en: JSON.stringify(value) }
}
