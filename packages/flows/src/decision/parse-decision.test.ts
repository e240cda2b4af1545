import { expect, it } from 'vitest'
import { type DrawnTable, decisionXml, dmn, requiring } from '../../test/decision-table.ts'
import { MAX_BYTES } from '../definition/limits.ts'
import { FlowError, parseDecision, parseDecisions } from '../index.ts'

const TABLE: DrawnTable = { inputs: ['n'], outputs: ['x'], rules: [['1', '2']] }
const literal = (id: string, inside = '') =>
  `<decision id="${id}" name="${id}">${inside}<literalExpression><text>1</text></literalExpression></decision>`

async function refusal(xml: string, options?: { decisionId?: string }) {
  const error = await parseDecision(xml, options).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof FlowError)) throw new Error(`expected a refusal, got ${error}`)
  return { code: error.code, ...error.details }
}

it('chooses the decision that is named, or the first that no other requires', async () => {
  const xml = dmn(literal('a') + literal('b', requiring('a')))
  expect((await parseDecision(xml)).id).toBe('b')
  expect((await parseDecision(xml, { decisionId: 'a' })).id).toBe('a')
  expect((await parseDecisions(xml)).map(({ id }) => id)).toEqual(['a', 'b'])
  expect(await refusal(xml, { decisionId: 'c' })).toMatchObject({ code: 'DECISION_INVALID', elementId: 'c' })
})

it('is frozen, plain, and survives JSON', async () => {
  const decision = await parseDecision(dmn(decisionXml(TABLE)))
  expect(Object.isFrozen(decision.steps[0]?.logic)).toBe(true)
  expect(JSON.parse(JSON.stringify(decision))).toEqual(decision)
})

it.each([
  'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
  'http://www.omg.org/spec/DMN/20180521/MODEL/',
  'https://www.omg.org/spec/DMN/20211108/MODEL/',
  'https://www.omg.org/spec/DMN/20230324/MODEL/',
])('reads %s', async (namespace) => {
  expect((await parseDecision(dmn(decisionXml(TABLE), namespace))).id).toBe('d')
})

it('takes allowed values from the type of a clause', async () => {
  const type =
    '<itemDefinition name="kind"><typeRef>string</typeRef><allowedValues><text>"a"</text></allowedValues></itemDefinition>'
  const table = { ...TABLE, inputs: [{ expression: 'n', type: 'kind' }] }
  const { steps } = await parseDecision(dmn(type + decisionXml(table)))
  expect(steps[0]?.logic).toMatchObject({ inputs: [{ allowed: { text: '"a"' } }] })
})

it.each([
  ['no XML', 'hello', 'DECISION_INVALID'],
  ['a process', '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" />', 'DECISION_INVALID'],
  ['no decision', dmn(''), 'DECISION_INVALID'],
  ['a DOCTYPE', `<!DOCTYPE x [<!ENTITY a "b">]>${dmn(literal('a'))}`, 'DIAGRAM_INVALID'],
  ['2 MB', `${dmn(literal('a'))}${' '.repeat(MAX_BYTES)}`, 'DIAGRAM_TOO_LARGE'],
  ['deep nesting', '<a>'.repeat(500_000), 'DIAGRAM_TOO_LARGE'],
  [
    'too many decisions',
    dmn(Array.from({ length: 501 }, (_, index) => literal(`a${index}`)).join('')),
    'DIAGRAM_TOO_LARGE',
  ],
  [
    'decisions that require one another without end',
    dmn(
      Array.from({ length: 200 }, (_, index) => literal(`a${index}`, requiring(`a${index + 1}`))).join('') +
        literal('a200'),
    ),
    'DIAGRAM_TOO_LARGE',
  ],
])('refuses %s', async (_, xml, code) => expect(await refusal(xml)).toMatchObject({ code }))

it.each([
  ['an id twice', literal('a') + literal('a'), 'DECISION_INVALID', 'a'],
  ['a circle', literal('a', requiring('b')) + literal('b', requiring('a')), 'DECISION_INVALID', 'a'],
  ['a decision that is not there', literal('a', requiring('b')), 'REFERENCE_MISSING', 'a'],
  [
    'a business knowledge model',
    literal('a', '<knowledgeRequirement><requiredKnowledge href="#k" /></knowledgeRequirement>'),
    'ELEMENT_UNSUPPORTED',
    'a',
  ],
  ['another logic', '<decision id="a" name="a"><context /></decision>', 'ELEMENT_UNSUPPORTED', 'a'],
  [
    'another language',
    '<decision id="a" name="a"><literalExpression expressionLanguage="juel"><text>1</text></literalExpression></decision>',
    'ELEMENT_UNSUPPORTED',
    'a',
  ],
  ['no logic', '<decision id="a" name="a" />', 'DECISION_INVALID', 'a'],
  ['a table without an output', decisionXml({ ...TABLE, outputs: [] }), 'DECISION_INVALID', 'd'],
  ['outputs of the same name', decisionXml({ ...TABLE, outputs: ['x', 'x'] }), 'DECISION_INVALID', 'd'],
  [
    'a name that reaches into prototypes',
    decisionXml({ ...TABLE, outputs: ['__proto__'] }),
    'DECISION_INVALID',
    'd output 1',
  ],
  [
    'several outputs to be added up',
    decisionXml({ ...TABLE, hitPolicy: 'COLLECT', aggregation: 'SUM', outputs: ['x', 'y'], rules: [] }),
    'DECISION_INVALID',
    'd',
  ],
  [
    'a rule with an entry too many',
    decisionXml({ ...TABLE, rules: [['1', '2', '3']] }),
    'DECISION_INVALID',
    'd rule 1',
  ],
  ['tests that do not end', decisionXml({ ...TABLE, rules: [['[1..2', '2']] }), 'DECISION_INVALID', 'd rule 1'],
])('refuses %s', async (_, inside, code, elementId) =>
  expect(await refusal(dmn(inside))).toMatchObject({ code, elementId }),
)
