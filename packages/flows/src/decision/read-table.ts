import { FlowError } from '../errors.ts'
import type { Aggregation, AllowedValues, Clause, DecisionTable, HitPolicy, OutputClause, Rule } from './decision.ts'
import type { DmnElement } from './read-decision-xml.ts'
import { splitTests } from './split-tests.ts'
import { translateTests } from './unary-tests.ts'

const HIT_POLICIES: readonly HitPolicy[] = [
  'UNIQUE',
  'FIRST',
  'ANY',
  'PRIORITY',
  'COLLECT',
  'RULE ORDER',
  'OUTPUT ORDER',
]
const AGGREGATIONS: readonly Aggregation[] = ['SUM', 'MIN', 'MAX', 'COUNT']

/** Values of these types come as text in JSON, and are read by the function of FEEL that makes one. */
const MADE_BY: Readonly<Record<string, string>> = {
  date: 'date',
  time: 'time',
  dateTime: 'date and time',
  'date and time': 'date and time',
  dayTimeDuration: 'duration',
  yearMonthDuration: 'duration',
  'days and time duration': 'duration',
  'years and months duration': 'duration',
}

/**
 * Reads a decision table.
 *
 * @param id of the decision, for what is refused
 * @param types the file's item definitions, by name
 * @throws FlowError `DECISION_INVALID` with `elementId`
 * Source: DMN 1.3, clause 8.3 (Metamodel).
 */
export function readTable(table: DmnElement, id: string, types: ReadonlyMap<string, DmnElement>): DecisionTable {
  const { input = [], output = [], rule = [], hitPolicy = 'UNIQUE', aggregation } = table
  if (output.length === 0) invalid(id, 'the table has no output')
  const policy = HIT_POLICIES.find((one) => one === hitPolicy) ?? invalid(id, `no hit policy ${hitPolicy}`)
  const inputs = input.map((clause, index) => readInput(clause, `${id} input ${index + 1}`, types))
  const outputs = output.map((clause, index) =>
    readOutput(clause, `${id} output ${index + 1}`, types, output.length > 1),
  )
  const names = outputs.map(({ name }) => name)
  if (new Set(names).size < names.length) invalid(id, 'two outputs have the same name')
  if (aggregation !== undefined && outputs.length > 1) invalid(id, 'several outputs cannot be added up')
  const tests = output.map((clause) => allowedBy(clause.outputValues, clause.typeRef, types))
  const read: DecisionTable = {
    kind: 'table',
    hitPolicy: policy,
    inputs,
    outputs,
    rules: rule.map((one, index) => readRule(one, `${id} rule ${index + 1}`, inputs, tests)),
  }
  if (aggregation === undefined) return read
  const known = AGGREGATIONS.find((one) => one === aggregation) ?? invalid(id, `no aggregation ${aggregation}`)
  return { ...read, aggregation: known }
}

function readInput(clause: DmnElement, otherwise: string, types: ReadonlyMap<string, DmnElement>): Clause {
  const { id = otherwise, label, inputExpression, inputValues } = clause
  const text = inputExpression?.text?.trim()
  if (!text) invalid(id, 'the input has no expression')
  const typeRef = inputExpression?.typeRef
  const make = MADE_BY[types.get(typeRef ?? '')?.typeRef ?? typeRef ?? '']
  const expression = make === undefined ? text : `${make}(${text})`
  const allowed = allowedValues(allowedBy(inputValues, typeRef, types), expression, id)
  return { label: label ?? text, expression, ...(allowed && { allowed }) }
}

function readOutput(
  clause: DmnElement,
  otherwise: string,
  types: ReadonlyMap<string, DmnElement>,
  several: boolean,
): OutputClause {
  const { id = otherwise, name = '', label, defaultOutputEntry } = clause
  if (several && name === '') invalid(id, 'the output has no name')
  if (UNSAFE.has(name)) invalid(id, 'the output has no valid name')
  const allowed = allowedBy(clause.outputValues, clause.typeRef, types)
  const fallback = defaultOutputEntry?.text?.trim()
  return {
    name: name || (label ?? ''),
    order: allowed === undefined ? [] : at(id, () => splitTests(allowed)),
    ...(fallback && { fallback }),
  }
}

/** Names that would reach into an object's prototype where they become keys. */
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype'])

/** The allowed values of a clause itself, or of its type. */
function allowedBy(
  values: DmnElement | undefined,
  typeRef: string | undefined,
  types: ReadonlyMap<string, DmnElement>,
): string | undefined {
  const text = values?.text?.trim() || types.get(typeRef ?? '')?.allowedValues?.text?.trim()
  return text || undefined
}

function allowedValues(text: string | undefined, expression: string, elementId: string): AllowedValues | undefined {
  const test = text === undefined ? undefined : at(elementId, () => translateTests(text, expression))
  return text === undefined || test === undefined ? undefined : { text, test }
}

function readRule(
  rule: DmnElement,
  otherwise: string,
  inputs: readonly Clause[],
  allowed: readonly (string | undefined)[],
): Rule {
  const { id = otherwise, inputEntry = [], outputEntry = [] } = rule
  if (inputEntry.length !== inputs.length || outputEntry.length !== allowed.length) {
    invalid(id, 'the rule has more or fewer entries than the table has inputs and outputs')
  }
  return {
    tests: inputs.flatMap(
      ({ expression }, place) => at(id, () => translateTests(inputEntry[place]?.text ?? '', expression)) ?? [],
    ),
    outputs: outputEntry.map(({ text = '' }, place) => {
      const expression = text.trim() === '-' ? '' : text.trim()
      const values = expression === '' ? undefined : allowedValues(allowed[place], expression, id)
      return { expression, ...(values && { allowed: values }) }
    }),
  }
}

/** Says where a text stands that cannot be read. */
function at<T>(elementId: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof FlowError)) throw error
    throw new FlowError(error.code, { elementId, ...error.details }, { cause: error })
  }
}

function invalid(elementId: string, reason: string): never {
  throw new FlowError('DECISION_INVALID', { elementId, reason })
}
