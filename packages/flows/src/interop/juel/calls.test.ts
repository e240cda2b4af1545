import { evaluate } from 'feelin'
import { describe, expect, it } from 'vitest'
import { translateJuel } from './translate-juel.ts'

/** What a call gives for these values, once it is FEEL. */
function value(juel: string, values: object, as: 'condition' | 'value' = 'value'): unknown {
  const translated = translateJuel(juel, as, new Map([['starter', 'initiator']]))
  if (!('feel' in translated)) throw new Error(`${juel}: ${translated.why.en}`)
  return evaluate(translated.feel, { ...values }).value
}

const values = { s: 'Abc', t: 'abc', n: 3, l: ['a', 'b'], none: null, o: { list: [1, 2, 3] }, initiator: 'u1' }

describe('methods of Java', () => {
  it.each<[string, unknown]>([
    ["s.equals('Abc')", true],
    ['s.equals(t)', false],
    ["s.equalsIgnoreCase('ABC')", true],
    ["t.equalsIgnoreCase('abd')", false],
    ["s.contains('b')", true],
    ["s.contains('x')", false],
    ["l.contains('b')", true],
    ["l.contains('ab')", false],
    ["'abcabc'.contains(t)", true],
    ["s.startsWith('A')", true],
    ["s.startsWith('b')", false],
    ["s.endsWith('bc')", true],
    ["s.endsWith('b')", false],
    ['l.isEmpty()', false],
    ['none.isEmpty()', true],
    ['l.size()', 2],
    ['o.list.size() - 1', 2],
    ['s.length()', 3],
    ['n.toString()', '3'],
    ['s.toLowerCase()', 'abc'],
    ['s.toUpperCase()', 'ABC'],
    ['l.get(1)', 'b'],
    ['o.list.get(0)', 1],
    ['n.intValue()', 3],
    ['n.longValue() + 1', 4],
    ['n.doubleValue() * 2', 6],
    ["s.toLowerCase().equals('abc')", true],
    ["l.get(0).equals('a') && !l.isEmpty()", true],
  ])('%s gives %j', (juel, expected) => expect(value(juel, values)).toEqual(expected))
})

describe('what an execution knows of variables', () => {
  it.each<[string, unknown]>([
    ["execution.getVariable('n') + 1", 4],
    ["execution.hasVariable('n')", true],
    ["execution.hasVariable('none')", false],
    ["execution.getVariable('starter')", 'u1'],
  ])('%s gives %j', (juel, expected) => expect(value(juel, values)).toEqual(expected))
})

describe('functions of Flowable over variables', () => {
  it.each<[string, boolean]>([
    ['variables:equals(n, 3)', true],
    ["vars:eq('n', 4)", false],
    ['var:notEquals(n, 4)', true],
    ['vars:ne(n, 3)', false],
    ['vars:lowerThan(n, 4)', true],
    ['vars:lessThan(n, 3)', false],
    ['vars:lt(n, 4)', true],
    ['vars:lowerThanOrEquals(n, 3)', true],
    ['vars:lessThanOrEquals(n, 2)', false],
    ['vars:lte(n, 3)', true],
    ['vars:greaterThan(n, 3)', false],
    ['vars:gt(n, 2)', true],
    ['vars:greaterThanOrEquals(n, 3)', true],
    ['vars:gte(n, 4)', false],
    ['vars:isEmpty(none)', true],
    ['vars:empty(s)', false],
    ['vars:isNotEmpty(s)', true],
    ['vars:notEmpty(none)', false],
    ['vars:exists(n)', true],
    ['vars:exist(none)', false],
    ['vars:get(n) > 2', true],
  ])('%s is %j: what FEEL finds null is not true', (juel, expected) =>
    expect(value(juel, values, 'condition') === true).toBe(expected),
  )
})

describe('what only the other engine could call, with the reason', () => {
  it.each([
    ['s.substring(1)', '“substring”'],
    ['s.equals()', '“equals”'],
    ['s.startsWith(t, 1)', '“startsWith”'],
    ['l.size(1)', '“size”'],
    ['execution.getVariable(n)', 'execution.getVariable'],
    ['execution.getProcessInstanceId()', 'execution.getProcessInstanceId'],
    ['vars:contains(l, 1)', '“vars:contains”'],
    ['vars:equals(n)', '“vars:equals”'],
    ['vars:get(n, 1)', '“vars:get”'],
    ['isManager(n)', '“isManager”'],
    ['vars:equals()', '“vars”'],
    ['l.get(n)', 'computed'],
    ['l.get(1.5)', 'no number'],
  ])('%s: %s', (juel, reason) => {
    const { why } = translateJuel(juel, 'value', new Map()) as { why: { zh: string; en: string } }
    expect(why.en).toContain(reason)
    expect(why.zh).toMatch(/\p{Script=Han}/u)
  })
})
