/// <reference path="./dmn-moddle.d.ts" />
import { DmnModdle } from 'dmn-moddle'
import { checkLimits } from '../definition/limits.ts'
import { FlowError } from '../errors.ts'

/** An element as dmn-moddle reads it: DMN's own property names. We look at these and no others. */
export interface DmnElement {
  $type: string
  id?: string
  name?: string
  label?: string
  text?: string
  typeRef?: string
  href?: string
  expressionLanguage?: string
  drgElement?: DmnElement[]
  itemDefinition?: DmnElement[]
  allowedValues?: DmnElement
  variable?: DmnElement
  informationRequirement?: DmnElement[]
  knowledgeRequirement?: DmnElement[]
  requiredDecision?: DmnElement
  decisionLogic?: DmnElement
  hitPolicy?: string
  aggregation?: string
  input?: DmnElement[]
  output?: DmnElement[]
  rule?: DmnElement[]
  inputExpression?: DmnElement
  inputValues?: DmnElement
  outputValues?: DmnElement
  defaultOutputEntry?: DmnElement
  inputEntry?: DmnElement[]
  outputEntry?: DmnElement[]
}

/** The namespaces of DMN 1.1 to 1.5. What we read of them is the same, and dmn-moddle knows that of 1.3 alone. */
const OTHER_NAMESPACES = [
  'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
  'http://www.omg.org/spec/DMN/20180521/MODEL/',
  'https://www.omg.org/spec/DMN/20211108/MODEL/',
  'https://www.omg.org/spec/DMN/20230324/MODEL/',
]
const NAMESPACE = 'https://www.omg.org/spec/DMN/20191111/MODEL/'

/**
 * Reads a file of decisions with dmn-moddle; what moddle only warns of is refused.
 *
 * @throws FlowError `DIAGRAM_TOO_LARGE`, `DIAGRAM_INVALID`, `DECISION_INVALID`
 */
export async function readDecisionXml(xml: string): Promise<DmnElement> {
  checkLimits(xml)
  const known = OTHER_NAMESPACES.reduce((text, namespace) => text.replaceAll(`"${namespace}"`, `"${NAMESPACE}"`), xml)
  const { rootElement, warnings } = await new DmnModdle().fromXML(known).catch((cause: unknown) => {
    const reason = String(cause instanceof Error ? cause.message : cause).split('\n', 1)[0]
    throw new FlowError('DECISION_INVALID', { reason }, { cause })
  })
  for (const { message } of warnings) {
    if (!message.startsWith('unparsable')) continue
    const [, reason, elementId] = /nested error: ((?:duplicate|illegal) ID <([^>]*)>)/.exec(message) ?? []
    throw new FlowError('DECISION_INVALID', { elementId, reason: reason ?? message })
  }
  return rootElement as DmnElement
}
