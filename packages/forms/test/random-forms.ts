import fc from 'fast-check'
import { type FieldSchema, type FormDefinition, type FormValues, parseForm } from '../src/index.ts'

/*
 * Random forms: sections that come and go, rules on values, computed values, an object, and a sub-table whose columns read each
 * other and the fields outside. A field reads only fields before it, so nothing goes in circles.
 */

const TEXTS = ['甲', '乙', '丙']
const NUMBERS = ['数', '量']
const WORDS = ['', 'A', 'B', '13853300000', '很长很长的一段']

const condition = fc.oneof(
  fc.tuple(fc.constantFrom(...TEXTS), fc.constantFrom('A', 'B')).map(([key, word]) => `${key} = "${word}"`),
  fc.tuple(fc.constantFrom(...NUMBERS), fc.integer({ min: 0, max: 3 })).map(([key, least]) => `${key} > ${least}`),
  fc
    .tuple(fc.constantFrom(...TEXTS), fc.constantFrom(...NUMBERS))
    .map(([text, number]) => `${text} != null and ${number} < 3`),
)

const columnCondition = fc.constantFrom('项 = "A"', '价 > 1', '项 = 甲', '价 < 数')

const braces = (expression: string) => `{{ ${expression} }}`
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

function defined(schema: Record<string, unknown>): FieldSchema {
  return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined)) as FieldSchema
}

const text = (visible: fc.Arbitrary<string | undefined>): fc.Arbitrary<FieldSchema> =>
  fc
    .record({
      required: fc.oneof(fc.boolean(), condition.map(braces)),
      visible,
      maxLength: maybe(fc.constant(3)),
      enum: maybe(fc.constant(['A', 'B'])),
      format: maybe(fc.constant('mobile')),
      rule: maybe(condition.map(braces)),
    })
    .map(({ visible, format, rule, ...own }) =>
      defined({
        type: 'string',
        'x-component': 'Input',
        ...own,
        'x-format': format,
        'x-visible': visible,
        'x-validator': rule && [{ rule, message: '与其他各项不合' }],
      }),
    )

const number = (value: fc.Arbitrary<string | undefined>): fc.Arbitrary<FieldSchema> =>
  fc
    .record({ maximum: maybe(fc.constant(2)), value, required: fc.boolean() })
    .map(({ value, ...own }) => defined({ type: 'number', 'x-component': 'NumberPicker', ...own, 'x-value': value }))

const table: fc.Arbitrary<FieldSchema> = fc
  .record({
    项: text(maybe(fc.constantFrom('甲 = "A"', '数 > 1').map(braces))),
    价: number(fc.constant(undefined)),
    件: fc
      .record({
        visible: maybe(columnCondition.map(braces)),
        rule: maybe(fc.constantFrom('件 <= count(表)', '件 < 数')),
      })
      .map(({ visible, rule }) =>
        defined({
          type: 'number',
          'x-component': 'NumberPicker',
          required: true,
          'x-visible': visible,
          'x-validator': rule && [{ rule: braces(rule), message: '件数不合' }],
        }),
      ),
    计: number(maybe(fc.constantFrom('价 * 件', '价 * 数', 'if 项 = 甲 then 1 else 2').map(braces))),
  })
  .chain((properties) =>
    maybe(condition.map(braces)).map((visible) =>
      defined({
        type: 'array',
        title: '表',
        'x-component': 'SubTable',
        maxItems: 4,
        'x-visible': visible,
        items: { type: 'object', properties },
      }),
    ),
  )

const reaction = condition.map((when) => ({
  dependencies: ['数'],
  when: braces(when),
  fulfill: { state: { value: '{{ $deps[1] }}' } },
  otherwise: { state: { required: true } },
}))

/** Forms with what validation knows: sections, reactions, rules, computed values, a sub-table. */
export const randomForms: fc.Arbitrary<FormDefinition> = fc
  .record({
    甲: text(fc.constant(undefined)),
    数: number(fc.constant(undefined)),
    乙: text(maybe(fc.constant('{{ 甲 = "A" }}'))),
    量: number(maybe(fc.constant('{{ 数 + 1 }}'))),
    丙: text(maybe(fc.constantFrom('{{ 乙 = "B" }}', '{{ 量 > 2 }}'))),
    表: table,
    合: number(maybe(fc.constantFrom('{{ sum(表.计) }}', '{{ count(表) }}'))),
    节: maybe(condition.map(braces)),
    末: text(fc.constant(undefined)),
    反: maybe(reaction),
  })
  .map(({ 节, 末, 反, ...properties }) =>
    parseForm({
      key: 'random',
      title: '随机',
      schema: {
        type: 'object',
        properties: {
          ...properties,
          节: defined({ type: 'void', title: '节', 'x-component': 'Section', 'x-visible': 节, properties: { 末 } }),
          ...(反 ? { 反: { type: 'number', 'x-component': 'NumberPicker', 'x-reactions': 反 } } : {}),
        },
      },
    }),
  )

const word = fc.constantFrom(...WORDS)
const amount = fc.integer({ min: 0, max: 4 })
const row = fc.record({ 项: word, 价: amount, 件: amount, 计: amount }, { requiredKeys: [] })

/** Values for these forms, right and wrong ones. */
export const randomValues: fc.Arbitrary<FormValues> = fc.record(
  {
    甲: word,
    乙: word,
    丙: word,
    末: word,
    数: amount,
    量: amount,
    合: amount,
    表: fc.array(row, { maxLength: 6 }),
  },
  { requiredKeys: [] },
)
