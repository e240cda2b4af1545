import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '../../feel/index.ts'
import { readRule } from './read-rule.ts'
import {
  type Action,
  type Branch,
  type Condition,
  RULE_KEYS,
  type Rule,
  type RuleValue,
  ruleKey,
  TESTS,
  type Term,
  type ValueKind,
} from './rule.ts'
import { writeRule } from './write-rule.ts'

const FIELDS: Record<string, ValueKind> = {
  姓名: 'text',
  天数: 'number',
  同意: 'boolean',
  类别: 'list',
  照片: 'other',
  '单位.名称': 'text',
}

const text = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .filter((one) => one.isWellFormed() && /^[^\p{C}\\]*$/u.test(one))
const number = fc.integer({ min: -9999, max: 9999 }).map((cents) => cents / 100 + 0)

function valueFor(kind: ValueKind): fc.Arbitrary<RuleValue> {
  if (kind === 'number') return number
  return kind === 'boolean' ? fc.boolean() : text
}

const conditions: fc.Arbitrary<Condition> = fc.constantFrom(...Object.entries(FIELDS)).chain(([field, kind]) =>
  fc.constantFrom(...TESTS[kind]).chain((test) => {
    if (test === 'empty' || test === 'notEmpty') return fc.constant<Condition>({ field, test })
    return valueFor(kind).map((value): Condition => ({ field, test, value }))
  }),
)

const brackets = fc.array(conditions, { minLength: 2, maxLength: 3 }).map((bracket): Term => ({ bracket }))
/** A bracket stands beside something else, or it would be none. */
const terms: fc.Arbitrary<Term[]> = fc.oneof(
  fc.array(conditions, { minLength: 1, maxLength: 4 }),
  fc.array(fc.oneof(conditions, brackets), { minLength: 2, maxLength: 4 }),
)

const actions: fc.Arbitrary<Action> = fc.oneof(
  fc.constantFrom<Action>({ kind: 'show' }, { kind: 'hide' }, { kind: 'require' }, { kind: 'lock' }),
  fc.oneof(text, number, fc.boolean()).map((value): Action => ({ kind: 'set', value })),
  fc.tuple(fc.oneof(text, number), text).map(([value, otherwise]): Action => ({ kind: 'set', value, otherwise })),
)

const branches = fc
  .record({
    conditions: terms,
    join: fc.constantFrom<'and' | 'or'>('and', 'or'),
    value: fc.oneof(text, number),
  })
  .map((branch): Branch => ({ ...branch, join: branch.conditions.length === 1 ? 'and' : branch.join }))

const chains = fc
  .tuple(
    fc.oneof(text, number),
    fc.array(branches, { minLength: 1, maxLength: 4 }),
    fc.option(text, { nil: undefined }),
  )
  .map(
    ([value, others, otherwise]): Action => ({
      kind: 'set',
      value,
      others,
      ...(otherwise !== undefined && { otherwise }),
    }),
  )

const rules: fc.Arbitrary<Rule> = fc
  .record({
    conditions: terms,
    join: fc.constantFrom('and', 'or'),
    action: fc.oneof(actions, chains),
  })
  .map((rule): Rule => ({ ...rule, join: rule.conditions.length === 1 ? 'and' : rule.join }))

const kindOf = (field: string): ValueKind => FIELDS[field] ?? 'other'

describe('a rule as FEEL', () => {
  it('is FEEL that the form takes, and reads back as the same rule', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const written = writeRule(rule, kindOf)
        expect(
          compile(written, { names: ['姓名', '天数', '同意', '类别', '照片', '单位', '单位.名称'] }).issues,
        ).toEqual([])
        expect(readRule(ruleKey(rule.action.kind), written)).toEqual(rule)
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  it('means what it says', () => {
    const holds = (condition: Condition, scope: Record<string, unknown>) =>
      compile(writeRule({ conditions: [condition], join: 'and', action: { kind: 'show' } }, kindOf)).evaluate(scope)
    expect(holds({ field: '姓名', test: 'empty' }, { 姓名: '' })).toBe(true)
    expect(holds({ field: '姓名', test: 'empty' }, {})).toBe(true)
    expect(holds({ field: '姓名', test: 'notEmpty' }, { 姓名: '某' })).toBe(true)
    expect(holds({ field: '天数', test: 'greater', value: 3 }, { 天数: 4 })).toBe(true)
    expect(holds({ field: '类别', test: 'contains', value: '甲' }, { 类别: ['乙', '甲'] })).toBe(true)
    expect(holds({ field: '姓名', test: 'contains', value: '某' }, { 姓名: '张某' })).toBe(true)
    const setting: Rule = {
      conditions: [{ field: '天数', test: 'less', value: -1.5 }],
      join: 'and',
      action: { kind: 'set', value: '是', otherwise: '否' },
    }
    expect(compile(writeRule(setting, kindOf)).evaluate({ 天数: -2 })).toBe('是')
    expect(compile(writeRule(setting, kindOf)).evaluate({ 天数: 0 })).toBe('否')
  })

  it('reads `and` closer than `or`, with and without brackets', () => {
    const one = (field: string): Condition => ({ field, test: 'is', value: 1 })
    const read = (expression: string) => readRule('x-visible', `{{ ${expression} }}`)?.conditions
    expect(read('a = 1 or b = 1 and c = 1')).toEqual([one('a'), { bracket: [one('b'), one('c')] }])
    expect(read('(a = 1 or b = 1) and c = 1')).toEqual([{ bracket: [one('a'), one('b')] }, one('c')])
  })

  it('leaves what it cannot say to the text', () => {
    const others = [
      'sum(明细.金额) > 3',
      'a = b',
      'a = 1 and (b = 2 or (c = 3 and d = 4))',
      'a = 1 or (b = 2 or c = 3)',
      'if a = 1 then b else c',
      'a',
      '',
      '{{',
      'count(a) = 1 or a > 2',
    ]
    for (const expression of others) {
      for (const key of RULE_KEYS) expect(readRule(key, `{{ ${expression} }}`)).toBeUndefined()
    }
  })
})
