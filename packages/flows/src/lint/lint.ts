/// <reference path="./bpmnlint.d.ts" />
import Linter, { type BpmnlintReport, type RuleFactory } from 'bpmnlint/lib/linter.js'
import { chooseProcess } from '../definition/parse.ts'
import { readXml } from '../definition/read-xml.ts'
import { BORROWED } from './bpmnlint-rules.ts'
import { cannotRun, refusal } from './cannot-run.ts'
import { type Diagram, readDiagram } from './diagram.ts'
import { type Finding, type LintIssue, type LintOptions, nameOf, type Rule, type Severity } from './rule.ts'
import { RULES } from './rules/index.ts'

/**
 * What an administrator should look at before a diagram is published: what cannot run, what will stop a case, and what most
 * likely is not meant. bpmnlint runs the rules, some of its own and ours; an issue of severity `error` is certain.
 *
 * @param xml as for `parse`; a diagram that `parse` refuses gives issues as well, and no error
 * @returns in document order, the most severe of an element first
 */
export async function lint(xml: string, options: LintOptions = {}): Promise<LintIssue[]> {
  try {
    const process = chooseProcess(await readXml(xml), options.processId)
    const diagram = readDiagram(process)
    const issues = await run(diagram, options)
    const refused = await cannotRun(xml, options.processId)
    if (refused && !issues.some((issue) => isAbout(issue, refused, diagram))) issues.push(refused)
    return inOrder(issues, diagram)
  } catch (error) {
    return [refusal(error)]
  }
}

/** A rule says of the same element what keeps it from running, and says it better. */
function isAbout({ elementId, severity }: LintIssue, refused: LintIssue, { flows }: Diagram): boolean {
  if (severity !== 'error') return false
  const flow = flows.find(({ id }) => id === elementId)
  return elementId === refused.elementId || flow?.source.id === refused.elementId
}

async function run(diagram: Diagram, options: LintOptions): Promise<LintIssue[]> {
  const ours: LintIssue[] = []
  const factories = new Map<string, RuleFactory>([
    ...Object.entries(BORROWED).map(([name, { rule }]): [string, RuleFactory] => [name, rule]),
    ...RULES.map((rule): [string, RuleFactory] => [rule.name, asBpmnlintRule(rule, diagram, options, ours)]),
  ])
  const linter = new Linter({
    config: { rules: Object.fromEntries([...factories.keys()].map((name) => [name, 'error'])) },
    resolver: { resolveRule: (_, name) => factories.get(name), resolveConfig: () => undefined },
  })
  const reports = await linter.lint(diagram.process)
  const borrowed = Object.entries(reports).flatMap(([rule, found]) =>
    found.map((report) => fromBorrowed(rule, report, diagram)),
  )
  return [...ours, ...borrowed]
}

/**
 * bpmnlint calls a rule for every element; ours look at the process as a whole, once. What they find has two languages and
 * a help, for which a report of bpmnlint has no place, so it goes into `found`.
 */
function asBpmnlintRule(rule: Rule, diagram: Diagram, options: LintOptions, found: LintIssue[]): RuleFactory {
  return () => ({
    check(element) {
      if (element === diagram.process) {
        rule.check(diagram, (elementId, finding) => found.push(toIssue(rule, elementId, finding)), options)
      }
      return false
    },
  })
}

function toIssue({ name, severity }: Rule, elementId: string, finding: Finding): LintIssue {
  const { message, help, path } = finding
  return { rule: name, elementId, severity: finding.severity ?? severity, message, help, ...(path && { path }) }
}

function fromBorrowed(rule: string, report: BpmnlintReport, diagram: Diagram): LintIssue {
  const borrowed = BORROWED[rule]
  // bpmnlint turns what a rule throws into a report; a broken rule is no finding.
  if (!borrowed || report.category === 'rule-error') throw new Error(report.message)
  const elementId = report.id ?? diagram.id
  const found = [...diagram.nodes, ...diagram.flows].find(({ id }) => id === elementId)
  const name = nameOf(found ?? { id: elementId, name: diagram.process.name })
  const { severity, message, help } = borrowed
  return { rule, elementId, severity, message: { zh: `${name}：${message.zh}`, en: `${name} ${message.en}` }, help }
}

const WEIGHT: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

function inOrder(issues: readonly LintIssue[], { nodes, flows }: Diagram): LintIssue[] {
  const place = new Map([...nodes, ...flows].map(({ id }, at) => [id, at]))
  const at = ({ elementId }: LintIssue) => place.get(elementId) ?? -1
  return [...issues].sort((one, two) => at(one) - at(two) || WEIGHT[one.severity] - WEIGHT[two.severity])
}
