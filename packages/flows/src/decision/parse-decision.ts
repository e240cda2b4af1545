import { deepFreeze } from '../definition/deep-freeze.ts'
import { FlowError } from '../errors.ts'
import type { Decision, DecisionStep } from './decision.ts'
import { type DmnElement, readDecisionXml } from './read-decision-xml.ts'
import { readTable } from './read-table.ts'

/** How many decisions a file may have, and how deep they may require others. */
const MAX_DECISIONS = 500
const MAX_DEPTH = 100

/**
 * Reads the decision of a DMN file (1.1 to 1.5): the one that is named, else the first that no other requires.
 *
 * @param xml at most 2 MB, without a DOCTYPE
 * @returns deeply frozen, plain data
 * @throws FlowError as `parseDecisions`
 */
export async function parseDecision(xml: string, options: { decisionId?: string } = {}): Promise<Decision> {
  const decisions = await parseDecisions(xml)
  const required = new Set(decisions.flatMap(({ steps }) => steps.slice(0, -1).map(({ id }) => id)))
  const { decisionId } = options
  const chosen = decisions.find(({ id }) => (decisionId === undefined ? !required.has(id) : id === decisionId))
  if (!chosen) throw new FlowError('DECISION_INVALID', { reason: 'no such decision', elementId: decisionId })
  return chosen
}

/**
 * Reads all decisions of a DMN file, each with those that it requires.
 *
 * @throws FlowError `DIAGRAM_TOO_LARGE`, `DIAGRAM_INVALID`, `DECISION_INVALID`, `REFERENCE_MISSING`, `ELEMENT_UNSUPPORTED`;
 *   `details.elementId` says where
 */
export async function parseDecisions(xml: string): Promise<Decision[]> {
  const { drgElement = [], itemDefinition = [], expressionLanguage } = await readDecisionXml(xml)
  checkLanguage(expressionLanguage, undefined)
  const types = new Map(itemDefinition.flatMap((type) => (type.name ? [[type.name, type]] : [])))
  const drawn = drgElement.filter(({ $type }) => $type === 'dmn:Decision')
  if (drawn.length === 0) throw new FlowError('DECISION_INVALID', { reason: 'no decision' })
  if (drawn.length > MAX_DECISIONS) {
    throw new FlowError('DIAGRAM_TOO_LARGE', { decisions: drawn.length, limit: MAX_DECISIONS })
  }
  const steps = new Map<string, DecisionStep>()
  for (const decision of drawn) steps.set(idOf(decision), readStep(decision, types))
  return drawn.map((decision) => {
    const id = idOf(decision)
    return deepFreeze({ id, name: decision.name, steps: stepsOf(id, steps) })
  })
}

function readStep(decision: DmnElement, types: ReadonlyMap<string, DmnElement>): DecisionStep {
  const id = idOf(decision)
  const { name = id, variable, informationRequirement = [], knowledgeRequirement = [], decisionLogic } = decision
  if (knowledgeRequirement.length > 0) unsupported(id, 'dmn:KnowledgeRequirement')
  return {
    id,
    name: variable?.name || name,
    requires: informationRequirement.flatMap(({ requiredDecision }) =>
      requiredDecision ? (requiredDecision.href ?? '').replace(/^.*#/, '') : [],
    ),
    logic: readLogic(id, decisionLogic, types),
  }
}

function readLogic(
  elementId: string,
  logic: DmnElement | undefined,
  types: ReadonlyMap<string, DmnElement>,
): DecisionStep['logic'] {
  checkLanguage(logic?.expressionLanguage, elementId)
  if (logic?.$type === 'dmn:DecisionTable') return readTable(logic, elementId, types)
  if (logic && logic.$type !== 'dmn:LiteralExpression') unsupported(elementId, logic.$type)
  const expression = logic?.text?.trim()
  if (!expression) throw new FlowError('DECISION_INVALID', { elementId, reason: 'it decides nothing' })
  return { kind: 'expression', expression }
}

function checkLanguage(language: string | undefined, elementId: string | undefined): void {
  if (language !== undefined && !/feel/i.test(language)) unsupported(elementId, `expression language ${language}`)
}

function idOf({ id }: DmnElement): string {
  if (!id) throw new FlowError('DECISION_INVALID', { reason: 'a decision without an id' })
  return id
}

/** What a decision requires, in order, and itself. */
function stepsOf(root: string, all: ReadonlyMap<string, DecisionStep>): DecisionStep[] {
  const found = new Map<string, DecisionStep>()
  const visit = (id: string, path: readonly string[]) => {
    if (found.has(id)) return
    if (path.includes(id)) {
      throw new FlowError('DECISION_INVALID', { elementId: id, reason: 'it requires itself', elements: path })
    }
    const step = all.get(id)
    if (!step) throw new FlowError('REFERENCE_MISSING', { elementId: path.at(-1), reference: id })
    if (path.length >= MAX_DEPTH) throw new FlowError('DIAGRAM_TOO_LARGE', { depth: path.length, limit: MAX_DEPTH })
    for (const required of step.requires) visit(required, [...path, id])
    found.set(id, step)
  }
  visit(root, [])
  return [...found.values()]
}

function unsupported(elementId: string | undefined, type: string): never {
  throw new FlowError('ELEMENT_UNSUPPORTED', { elementId, type })
}
