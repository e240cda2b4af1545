import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { HOSTILE_MS, processorMs } from '../../test/processor-time.ts'
import { checkForm } from './check-form.ts'
import { parseForm } from './parse-form.ts'

const field = (schema: object) => ({
  key: 'test',
  title: '测试',
  schema: { type: 'object', properties: { 甲: { type: 'string' }, 乙: schema } },
})
const paper = (paperPart: object) => ({
  ...field({ type: 'string' }),
  paper: { size: 'A4', title: '测试', columns: [1, 1], rows: [[{ text: '甲' }, { field: '甲' }]], ...paperPart },
})
const deep = (levels: number): object => {
  let node: object = { type: 'string' }
  for (let level = 0; level < levels; level++) node = { type: 'object', properties: { 内: node } }
  return node
}
const props = (value: object) => field({ type: 'string', 'x-component': 'Input', 'x-component-props': value })
const pattern = (value: string) => field({ type: 'string', pattern: value })
const value = (text: string) => field({ type: 'string', 'x-value': text })
const reaction = (part: object) => field({ type: 'string', 'x-reactions': part })
const json = (text: string): unknown => JSON.parse(text)

const cyclic: Record<string, unknown> = { key: 'test', title: '测试' }
cyclic.schema = cyclic

const HOSTILE: Array<[string, unknown, string]> = [
  ['null', null, 'TYPE'],
  ['a string', 'form', 'TYPE'],
  ['an array', [], 'TYPE'],
  ['an instance', new Date(), 'TYPE'],
  ['an empty object', {}, 'REQUIRED'],
  ['an unknown key', { ...field({ type: 'string' }), script: 'x' }, 'UNKNOWN_KEY'],
  ['a key with a path', { ...field({ type: 'string' }), key: '../x' }, 'TYPE'],
  ['a title that is code', { ...field({ type: 'string' }), title: '{{ 1 }}' }, 'TYPE'],
  ['a function', { ...field({ type: 'string', default: () => 1 }) }, 'NOT_JSON'],
  ['NaN', field({ type: 'number', default: Number.NaN }), 'NOT_JSON'],
  ['a cycle of objects', cyclic, 'TOO_DEEP'],
  ['600 kB', field({ type: 'string', description: 'x'.repeat(600_000) }), 'TOO_LARGE'],
  ['a long list', field({ type: 'string', enum: Array(200_000).fill('x') }), 'TOO_LARGE'],
  ['JSON 100 deep', field({ type: 'string', default: json('['.repeat(100) + ']'.repeat(100)) }), 'TOO_DEEP'],
  ['fields 20 deep', field(deep(20)), 'TOO_DEEP'],
  [
    '2,100 fields',
    {
      key: 'test',
      title: '测试',
      schema: {
        type: 'object',
        properties: Object.fromEntries(Array.from({ length: 2100 }, (_, i) => [`f${i}`, { type: 'string' }])),
      },
    },
    'TOO_MANY_FIELDS',
  ],
  [
    '__proto__ as a field',
    json('{"key":"test","title":"t","schema":{"type":"object","properties":{"__proto__":{"type":"string"}}}}'),
    'UNSAFE_KEY',
  ],
  [
    'constructor as a field',
    json('{"key":"test","title":"t","schema":{"type":"object","properties":{"constructor":{"type":"string"}}}}'),
    'UNSAFE_KEY',
  ],
  [
    'rows of a form that is no table',
    { key: 'test', title: '测试', schema: { type: 'object', properties: {}, items: { run: 'x' } } },
    'NESTING',
  ],
  [
    'rows of a row',
    field({ type: 'array', items: { type: 'object', properties: {}, items: { run: 'x' } } }),
    'NESTING',
  ],
  ['prototype in props', props({ prototype: 1 }), 'UNSAFE_KEY'],
  [
    '__proto__ in a default',
    json(
      '{"key":"test","title":"t","schema":{"type":"object","properties":{"a":{"type":"object","default":{"__proto__":{"x":1}}}}}}',
    ),
    'UNSAFE_KEY',
  ],
  [
    'toString as a field',
    { key: 'test', title: 't', schema: { type: 'object', properties: { toString: { type: 'string' } } } },
    'KEY',
  ],
  [
    'a key with a dot',
    { key: 'test', title: 't', schema: { type: 'object', properties: { 'a.b': { type: 'string' } } } },
    'KEY',
  ],
  [
    'a keyword as a key',
    { key: 'test', title: 't', schema: { type: 'object', properties: { if: { type: 'string' } } } },
    'KEY',
  ],
  [
    'the same key in two sections',
    {
      key: 'test',
      title: 't',
      schema: {
        type: 'object',
        properties: { 甲: { type: 'string' }, 节: { type: 'void', properties: { 甲: { type: 'string' } } } },
      },
    },
    'DUPLICATE_KEY',
  ],
  ['a root that is no object', { key: 'test', title: 't', schema: { type: 'string' } }, 'TYPE'],
  ['a field that is a string', field('x' as unknown as object), 'TYPE'],
  ['an unknown type', field({ type: 'any' }), 'TYPE'],
  ['an unknown schema key', field({ type: 'string', 'x-content': 'x' }), 'UNKNOWN_KEY'],
  ['an unknown component', field({ type: 'string', 'x-component': 'Iframe' }), 'UNKNOWN_COMPONENT'],
  ['a component of another type', field({ type: 'string', 'x-component': 'SubTable' }), 'COMPONENT_TYPE'],
  ['an unknown decorator', field({ type: 'string', 'x-decorator': 'Html' }), 'TYPE'],
  ['dangerouslySetInnerHTML', props({ dangerouslySetInnerHTML: { __html: '<img>' } }), 'UNSAFE_PROP'],
  ['onClick', props({ onClick: 'alert(1)' }), 'UNSAFE_PROP'],
  ['onmouseover', props({ onmouseover: 'alert(1)' }), 'UNSAFE_PROP'],
  ['style', props({ style: { background: 'url(//x)' } }), 'UNSAFE_PROP'],
  ['href', props({ href: 'https://x' }), 'UNSAFE_PROP'],
  ['src', props({ src: 'x' }), 'UNSAFE_PROP'],
  ['ref', props({ ref: 'x' }), 'UNSAFE_PROP'],
  ['children', props({ children: 'x' }), 'UNSAFE_PROP'],
  ['a javascript link', props({ placeholder: 'javascript:alert(1)' }), 'UNSAFE_PROP'],
  ['a javascript link with blanks', props({ placeholder: ' java\tscript\n:alert(1)' }), 'UNSAFE_PROP'],
  ['a data link', props({ placeholder: 'data:text/html,x' }), 'UNSAFE_PROP'],
  ['a CSS url', props({ placeholder: 'URL (x)' }), 'UNSAFE_PROP'],
  ['an expression in props', props({ placeholder: '{{ 甲 }}' }), 'UNSAFE_PROP'],
  ['an unknown prop', props({ colour: 'red' }), 'UNKNOWN_PROP'],
  ['a prop of another type', props({ maxLength: '5' }), 'TYPE'],
  ['an unsafe decorator prop', field({ type: 'string', 'x-decorator-props': { style: {} } }), 'UNSAFE_PROP'],
  ['markup in a title', field({ type: 'string', title: '<script>alert(1)</script>' }), 'UNSAFE_TEXT'],
  ['a title that is an expression', field({ type: 'string', title: '{{ 甲 }}' }), 'TYPE'],
  ['(a+)+', pattern('^(a+)+$'), 'UNSAFE_PATTERN'],
  ['(a|a)*', pattern('^(a|a)*$'), 'UNSAFE_PATTERN'],
  ['.*.*', pattern('^.*.*x$'), 'UNSAFE_PATTERN'],
  ['an unanchored +', pattern('a+b'), 'UNSAFE_PATTERN'],
  ['a back reference', pattern('^(a)\\1$'), 'UNSAFE_PATTERN'],
  ['look-ahead', pattern('^(?=a)a$'), 'UNSAFE_PATTERN'],
  ['a?a?a?…aaa', pattern(`^${'a?'.repeat(20)}${'a'.repeat(20)}$`), 'UNSAFE_PATTERN'],
  ['a pattern that is none', pattern('('), 'UNSAFE_PATTERN'],
  ['a long pattern', pattern(`^${'a'.repeat(300)}$`), 'UNSAFE_PATTERN'],
  ['a pattern in a validator', field({ type: 'string', 'x-validator': { pattern: '^(a*)*$' } }), 'UNSAFE_PATTERN'],
  ['an unknown format', field({ type: 'string', 'x-format': 'iban' }), 'UNKNOWN_FORMAT'],
  ['an unknown validator', field({ type: 'string', 'x-validator': 'luhn' }), 'UNKNOWN_FORMAT'],
  ['an unknown dictionary', field({ type: 'string', 'x-dictionary': 'GB/T 0' }), 'UNKNOWN_DICTIONARY'],
  ['options twice', field({ type: 'string', enum: ['a', 'a'] }), 'DUPLICATE_OPTION'],
  ['a choice without options', field({ type: 'string', 'x-component': 'Select' }), 'NO_OPTIONS'],
  ['bounds the wrong way', field({ type: 'number', minimum: 2, maximum: 1 }), 'BOUNDS'],
  ['an expression that does not parse', value('{{ 甲 + }}'), 'EXPRESSION_SYNTAX'],
  ['JavaScript as an expression', value('{{ (() => 甲)() }}'), 'EXPRESSION_SYNTAX'],
  ['a name that does not exist', value('{{ 丙 }}'), 'UNKNOWN_NAME'],
  ['process', value('{{ process.env }}'), 'UNKNOWN_NAME'],
  ['a long expression', value(`{{ ${'甲+'.repeat(1500)}甲 }}`), 'EXPRESSION_TOO_LONG'],
  ['a value made of itself', value('{{ 乙 }}'), 'EXPRESSION_CYCLE'],
  ['run', reaction({ fulfill: { run: 'alert(1)' } }), 'RUN_FORBIDDEN'],
  ['run in otherwise', reaction([{ otherwise: { run: '{{ 甲 }}' } }]), 'RUN_FORBIDDEN'],
  ['a component by reaction', reaction({ fulfill: { state: { component: 'x' } } }), 'UNKNOWN_STATE'],
  ['a reaction that is a string', reaction('{{ x }}' as unknown as object), 'TYPE'],
  [
    'a dependency that does not exist',
    reaction({ dependencies: ['丙'], fulfill: { state: { visible: '{{ $deps[1] = 1 }}' } } }),
    'UNKNOWN_NAME',
  ],
  ['paper with a missing field', paper({ rows: [[{ text: '甲' }, { field: '丙' }]] }), 'UNKNOWN_FIELD'],
  ['paper with a field twice', paper({ rows: [[{ field: '甲' }, { field: '甲' }]] }), 'DUPLICATE_FIELD'],
  ['paper with a hole', paper({ rows: [[{ text: '甲' }]] }), 'GRID_HOLE'],
  ['paper with a cell that sticks out', paper({ rows: [[{ text: '甲', colSpan: 3 }]] }), 'GRID_OUTSIDE'],
  [
    'paper with cells that overlap',
    paper({ rows: [[{ text: 'a' }, { text: 'b', rowSpan: 2 }], [{ text: 'c', colSpan: 2 }]] }),
    'GRID_OVERLAP',
  ],
  [
    'paper with a cell across a break',
    paper({ rows: [[{ text: 'a', rowSpan: 2 }, {}], [{}]], breakBefore: [1] }),
    'GRID_SPLIT',
  ],
  ['paper with markup', paper({ title: '<b>x</b>' }), 'TYPE'],
]

describe('a hostile form file is refused', () => {
  it.each(HOSTILE)('%s', async (_, input, code) => {
    const issues = checkForm(input)
    expect(issues.map((issue) => issue.code)).toContain(code)
    for (const issue of issues) expect(issue.message).toMatch(/\p{Script=Han}/u)
    expect(await processorMs(() => checkForm(input))).toBeLessThan(HOSTILE_MS)
  })
})

it('takes a column that bears the name of a field, inside of a filter of its table', () => {
  const schema = {
    type: 'object',
    properties: {
      金额: { type: 'number', title: '金额', 'x-component': 'NumberPicker', 'x-value': '{{ sum(大额.金额) }}' },
      大额: {
        type: 'array',
        title: '大额',
        'x-component': 'SubTable',
        'x-visible': '{{ count(明细[金额 > 3]) > 0 }}',
        items: {
          type: 'object',
          properties: { 金额: { type: 'number', title: '金额', 'x-component': 'NumberPicker' } },
        },
      },
      明细: {
        type: 'array',
        title: '明细',
        'x-component': 'SubTable',
        items: {
          type: 'object',
          properties: { 金额: { type: 'number', title: '金额', 'x-component': 'NumberPicker' } },
        },
      },
    },
  }
  expect(checkForm({ key: 'cycle', title: '同名', schema })).toEqual([])
})

const EXAMPLES = [
  'zibo-talent-cards/forms/huicai-quota',
  'zibo-talent-cards/forms/jingying',
  'leave-request/forms/leave',
]

it.each(EXAMPLES)('takes and freezes the example %s', (path) => {
  const form = parseForm(json(readFileSync(new URL(`../../../../examples/${path}.form.json`, import.meta.url), 'utf8')))
  expect(Object.isFrozen(form.schema.properties)).toBe(true)
})
