import fc from 'fast-check'
import { evaluate } from 'feelin'
import { describe, expect, it } from 'vitest'
import { translateJuel } from './translate-juel.ts'

const condition = (text: string, renamed?: ReadonlyMap<string, string>) => translateJuel(text, 'condition', renamed)

it.each([
  ['days > 3', 'days > 3'],
  ["status == 'A' && amount >= 1000.5", 'status = "A" and amount >= 1000.5'],
  ['(a == 1 || b == 2) and not c', '(a = 1 or b = 2) and not(c = true)'],
  ['approved', 'approved = true'],
  ['!approved', 'not(approved = true)'],
  ['approved == false', 'approved = false'],
  ['empty reason', '(reason = null or reason = "" or reason = [])'],
  ["status.equals('ok')", 'status = "ok"'],
  ["'ok'.equals(status)", '"ok" = status'],
  ['order.customer.level ne null', 'order.customer.level != null'],
  ["order['total'] > 5", 'order.total > 5'],
  ['rows[0].amount lt 5', 'rows[1].amount < 5'],
  ["execution.getVariable('days') > 3", 'days > 3'],
  ['nrOfCompletedInstances/nrOfInstances >= 0.6', 'nrOfCompletedInstances / nrOfInstances >= 0.6'],
  ['vars:equals(status, "A")', 'status = "A"'],
  ['a ? b > 1 : c > 1', 'if a = true then b > 1 else c > 1'],
  ["name.startsWith('x')", 'starts with(name, "x")'],
  ['金额 > 3', '金额 > 3'],
])('%s becomes %s', (juel, feel) => {
  expect(condition(juel)).toEqual({ feel })
})

it('calls a variable as it is called here', () => {
  expect(condition("starter == 'a'", new Map([['starter', 'initiator']]))).toEqual({ feel: 'initiator = "a"' })
})

describe('what has no FEEL, with the reason', () => {
  it.each([
    'bean.check(x)',
    'userService.isLeader(execution)',
    'execution.processInstanceId == 1',
    'x + ',
    'a = 1',
    'a; b',
    '`x`',
    "'a' + 'b' == c",
    'a[b] == 1',
    'if > 3',
    'between == 3',
    '$x == 1',
    'x -> x',
    'a + 1',
    `${'('.repeat(200)}a${')'.repeat(200)}`,
    `${'!'.repeat(200)}a`,
    'x'.repeat(3000),
    'constructor',
    'a.constructor()',
    'vars:constructor(a, 1)',
  ])('%s', (juel) => {
    const translated = condition(juel)
    if (juel === 'constructor') expect(translated).toEqual({ feel: 'constructor = true' })
    else
      expect(translated).toMatchObject({
        why: { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/./) },
      })
  })
})

/** An expression of JUEL, and what it means by the specification of the language. */
interface Meant<T> {
  text: string
  means(values: Values): T
}
interface Values {
  n: number | null
  m: number | null
  s: string | null
  t: string | null
  b: boolean | null
  l: string[] | null
}

const values: fc.Arbitrary<Values> = fc.record({
  n: fc.option(fc.integer({ min: -4, max: 4 })),
  m: fc.option(fc.integer({ min: -4, max: 4 })),
  s: fc.option(fc.constantFrom('', 'a', 'ab', 'b')),
  t: fc.option(fc.constantFrom('', 'a', 'ab', 'b')),
  b: fc.option(fc.boolean()),
  l: fc.option(fc.array(fc.constantFrom('a', 'ab', 'b'), { maxLength: 3 })),
})

const number = (value: number | null) => value ?? 0
const order = {
  '<': (one: number, two: number) => one < two,
  '<=': (one: number, two: number) => one <= two,
  '>': (one: number, two: number) => one > two,
  '>=': (one: number, two: number) => one >= two,
}

/** Jakarta Expression Language 3.0, 1.9.1: what is null is neither less nor greater, and equal to itself. */
function compared(operator: keyof typeof order, one: number | null, two: number | null): boolean {
  if (operator.includes('=') && one === two) return true
  return one !== null && two !== null && order[operator](one, two)
}

const { bool } = fc.letrec<{ number: Meant<number | null>; text: Meant<string | null>; bool: Meant<boolean | null> }>(
  (tie) => ({
    number: fc.oneof(
      { depthSize: 'small' },
      fc.integer({ min: 0, max: 4 }).map((value) => ({ text: String(value), means: () => value })),
      fc
        .constantFrom('n' as const, 'm' as const)
        .map((name) => ({ text: name, means: (values: Values) => values[name] })),
      fc.tuple(tie('number'), fc.constantFrom('+', '-', '*'), tie('number')).map(([one, sign, two]) => ({
        text: `(${one.text} ${sign} ${two.text})`,
        means: (values: Values) => {
          const [left, right] = [number(one.means(values)), number(two.means(values))]
          return sign === '+' ? left + right : sign === '-' ? left - right : left * right
        },
      })),
      fc.tuple(tie('number'), fc.constantFrom('%', 'mod', '/'), fc.constantFrom(1, 2, 4)).map(([one, sign, by]) => ({
        text: `(${one.text} ${sign} ${by})`,
        means: (values: Values) => (sign === '/' ? number(one.means(values)) / by : number(one.means(values)) % by),
      })),
      tie('number').map((one) => ({ text: `(-${one.text})`, means: (values: Values) => -number(one.means(values)) })),
      fc.tuple(tie('bool'), tie('number'), tie('number')).map(([when, one, two]) => ({
        text: `(${when.text} ? ${one.text} : ${two.text})`,
        means: (values: Values) => (when.means(values) ? one.means(values) : two.means(values)),
      })),
    ),
    text: fc.oneof(
      fc.constantFrom('', 'a', 'ab').map((value) => ({ text: `'${value}'`, means: () => value })),
      fc
        .constantFrom('s' as const, 't' as const)
        .map((name) => ({ text: name, means: (values: Values) => values[name] })),
    ),
    bool: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constant({ text: 'b', means: ({ b }: Values) => b }),
      fc
        .tuple(tie('number'), fc.constantFrom('<' as const, '<=' as const, '>' as const, '>=' as const), tie('number'))
        .map(([one, operator, two]) => ({
          text: `${one.text} ${operator} ${two.text}`,
          means: (values: Values) => compared(operator, one.means(values), two.means(values)),
        })),
      fc
        .tuple(
          fc.constantFrom('number' as const, 'text' as const).chain((kind) => fc.tuple(tie(kind), tie(kind))),
          fc.boolean(),
        )
        .map(([[one, two], equal]) => ({
          text: `${one.text} ${equal ? '==' : '!='} ${two.text}`,
          means: (values: Values) => (one.means(values) === two.means(values)) === equal,
        })),
      fc
        .tuple(tie('bool'), fc.constantFrom('&&', 'and', '||', 'or', '==', '!='), tie('bool'))
        .map(([one, sign, two]) => ({
          text: `(${one.text}) ${sign} (${two.text})`,
          means: (values: Values) => {
            const [left, right] = [one.means(values), two.means(values)]
            if (sign === '==') return left === right
            if (sign === '!=') return left !== right
            const holds = [left === true, right === true]
            return sign === '&&' || sign === 'and' ? holds.every(Boolean) : holds.some(Boolean)
          },
        })),
      tie('bool').map((one) => ({ text: `!(${one.text})`, means: (values: Values) => !one.means(values) })),
      fc.constantFrom('s' as const, 't' as const, 'l' as const).map((name) => ({
        text: `empty ${name}`,
        means: (values: Values) => values[name] === null || values[name].length === 0,
      })),
      fc.tuple(fc.constantFrom('s' as const, 'l' as const), fc.constantFrom('a', 'ab')).map(([name, part]) => ({
        text: `${name}.contains('${part}')`,
        means: (values: Values) => values[name]?.includes(part) ?? false,
      })),
      fc.tuple(tie('bool'), tie('bool'), tie('bool')).map(([when, one, two]) => ({
        text: `((${when.text}) ? (${one.text}) : (${two.text}))`,
        means: (values: Values) => (when.means(values) ? one.means(values) : two.means(values)),
      })),
    ),
  }),
)

it('means in FEEL what it means in JUEL', () => {
  fc.assert(
    fc.property(bool, values, (juel, scope) => {
      const translated = condition(juel.text)
      if (!('feel' in translated)) throw new Error(`${juel.text}: ${translated.why}`)
      expect(evaluate(translated.feel, { ...scope }).value === true, translated.feel).toBe(juel.means(scope) === true)
    }),
    { numRuns: Number(process.env.ZHUPI_JUEL_RUNS ?? 3_000) },
  )
})
