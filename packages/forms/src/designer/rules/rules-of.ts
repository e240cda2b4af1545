import { isExpression } from '../../feel/index.ts'
import type { FormDefinition } from '../../schema/form-definition.ts'
import { type FormNode, walkNodes } from '../document/nodes.ts'
import { readRule } from './read-rule.ts'
import { conditionsOf, RULE_KEYS, type Rule, type RuleKey, valueKind } from './rule.ts'

/** An expression of a field where a rule may stand. */
export interface FieldRuleEntry {
  node: FormNode
  key: RuleKey
  expression: string
  /** Absent when the builder cannot say it. */
  rule: Rule | undefined
}

/** The rules a field has, and those of others that ask for it. */
export function rulesAbout(form: FormDefinition, node: FormNode): FieldRuleEntry[] {
  const entries = [...walkNodes(form)].flatMap((one) => rulesOf(one))
  return entries.filter(
    ({ node: owner, rule }) =>
      owner.path.join('/') === node.path.join('/') ||
      (rule !== undefined && conditionsOf(rule).some(({ field }) => pathIn(form, owner, field) === node.valuePath)),
  )
}

function rulesOf(node: FormNode): FieldRuleEntry[] {
  return RULE_KEYS.flatMap((key) => {
    const expression = node.schema[key]
    return isExpression(expression) ? [{ node, key, expression, rule: readRule(key, expression) }] : []
  })
}

/** A field that a rule of some node can speak of, by the name it has there. */
export interface Subject {
  name: string
  title: string
  node: FormNode
}

/** The fields a rule of a node may ask for: columns of its own row, and the fields of the form. */
export function subjectsFor(form: FormDefinition, node: FormNode): Subject[] {
  return [...walkNodes(form)].flatMap((one) => {
    if (one.valuePath === undefined || one.valuePath === node.valuePath) return []
    const isOwnRow = node.scope !== '' && one.scope === node.scope
    if (one.scope !== '' && !isOwnRow) return []
    return [{ name: one.key, title: one.schema.title ?? one.key, node: one }]
  })
}

/** What a name in a rule of a node is to the rule. */
export function kindIn(form: FormDefinition, node: FormNode): (name: string) => ReturnType<typeof valueKind> {
  const subjects = new Map(subjectsFor(form, node).map((subject) => [subject.name, subject.node.schema]))
  return (name) => {
    const schema = subjects.get(name)
    return schema ? valueKind(schema) : 'other'
  }
}

/** All names an expression of a node may use. */
export function namesFor(form: FormDefinition, node: FormNode): string[] {
  const paths = [...walkNodes(form)].flatMap((one) => one.valuePath ?? [])
  const row = node.scope === '' ? [] : paths.filter((path) => path.startsWith(`${node.scope}.`))
  return [...paths, ...row.map((path) => path.slice(node.scope.length + 1))]
}

function pathIn(form: FormDefinition, owner: FormNode, name: string): string | undefined {
  return subjectsFor(form, owner).find((subject) => subject.name === name)?.node.valuePath
}
