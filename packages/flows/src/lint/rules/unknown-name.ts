import type { Diagram, Node } from '../diagram.ts'
import { expressionsOf, variablesSet } from '../expressions.ts'
import { nameOf, type Rule } from '../rule.ts'
import { reach, waysFrom } from '../ways.ts'

/** Set by the host at the start, and by the engine on the way. */
const GIVEN = [
  'initiator',
  'decisions',
  'caseId',
  'caseNumber',
  'loopCounter',
  'nrOfInstances',
  'nrOfActiveInstances',
  'nrOfCompletedInstances',
]

/** What may bring variables of which the diagram does not speak. */
const BRINGERS = new Set(['bpmn:ReceiveTask', 'bpmn:CallActivity', 'bpmn:BusinessRuleTask'])

/** An expression over a name that neither the form nor the diagram has: it is always empty, and a condition never true. */
export const unknownName: Rule = {
  name: 'unknown-name',
  severity: 'error',
  check(diagram, report, { names, namesOf }) {
    const set = variablesSet(diagram)
    if (!names || !namesOf || !set) return
    const known = new Set([...names, ...names.map(root), ...GIVEN, ...set])
    const withParts = new Set(names.filter((name) => name.includes('.')).map(root))
    const blind = reach(diagram.nodes.filter(bringsVariables), waysFrom)
    for (const { elementId, node, path, text, own } of expressionsOf(diagram)) {
      if (blind.has(node)) continue
      for (const name of namesOf(text) ?? []) {
        const unknown = unknownPart(name, { known, withParts, own, diagram })
        if (unknown === undefined) continue
        report(elementId, {
          message: {
            zh: `${nameOf(node)}的表达式用了“${unknown}”，表单和流程里都没有。`,
            en: `An expression of ${nameOf(node)} reads “${unknown}”, which neither the form nor the diagram has.`,
          },
          help: {
            zh: '改成表单字段的 key，或者在前面的步骤里先给它赋值。',
            en: 'Write the key of a form field, or set the variable in a step before.',
          },
          path: [...path, unknown],
        })
      }
    }
  },
}

function bringsVariables({ type, event }: Node): boolean {
  return BRINGERS.has(type) || ((event === 'Message' || event === 'Signal') && !/Throw|End/.test(type))
}

function root(name: string): string {
  return name.split('.', 1)[0] ?? name
}

interface Known {
  known: ReadonlySet<string>
  /** Tables: what stands behind their dot has to be a column. */
  withParts: ReadonlySet<string>
  own: readonly string[]
  diagram: Diagram
}

function unknownPart(name: string, { known, withParts, own, diagram }: Known): string | undefined {
  const [first = name, second] = name.split('.')
  if (own.includes(first)) return undefined
  if (!known.has(first)) return name
  if (second === undefined) return undefined
  if (first !== 'decisions') return withParts.has(first) && !known.has(`${first}.${second}`) ? name : undefined
  return diagram.nodes.some(({ id, type }) => id === second && type === 'bpmn:UserTask') ? undefined : name
}
