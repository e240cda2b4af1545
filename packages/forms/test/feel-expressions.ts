import fc from 'fast-check'

/** Random FEEL: expressions of every kind over the names of `scopes`, mostly of fitting types, sometimes not. */
const names = fc.constantFrom('甲', '乙', '丙', '明细', '数列', '日', '档案', '没有', 'item', '金额')
const columns = fc.constantFrom('金额', '名称', '甲', '缺')
const pick = (...texts: string[]) => fc.constantFrom(...texts)

const numbers = fc.oneof(
  fc.integer({ min: -3, max: 12 }).map((n) => (n < 0 ? `(${n})` : String(n))),
  pick('0.5', '2.25', '1000', '-2.5', '.75'),
)
const texts = pick('"A"', '"B"', '""', '"甲乙"', '"a\\"b"', '"2024-06-01"', '"12"', '"软件园"')
const days = pick(
  'date("2024-02-29")',
  'date("2023-12-31")',
  'date(2024, 1, 31)',
  'date(日)',
  'date("x")',
  '@"2024-03-01"',
  'date and time("2024-06-01T10:30:00")',
  'date and time("2024-06-01T10:30:00Z")',
  'date and time("2024-06-01T10:30:00.25+08:00")',
  'time("10:30:00")',
  'time("23:59:59@Asia/Shanghai")',
  '@"08:00:00+02:00"',
  'time(1, 2, 3)',
  'date and time(date("2024-02-29"), time("01:00:00"))',
  'today()',
  'now()',
)
const spans = pick(
  'duration("P1D")',
  'duration("PT36H")',
  'duration("P1Y2M")',
  'duration("-P3M")',
  '@"PT90M"',
  '@"P40D"',
  'duration("PT0S")',
  'duration("P0M")',
  '@"-P1DT2H3M4.5S"',
  'years and months duration(date("2020-01-31"), date("2024-02-29"))',
)
const ends = pick('1', '3', '-2', '0', 'count(明细)')
const operators = pick('+', '-', '*', '/', '**')
const comparisons = pick('=', '!=', '<', '<=', '>', '>=')

type Kinds = {
  any: string
  number: string
  boolean: string
  text: string
  list: string
  day: string
}

/** Two parts next to each other, put together. */
const two = (
  a: fc.Arbitrary<string>,
  b: fc.Arbitrary<string>,
  join: (a: string, b: string) => string,
): fc.Arbitrary<string> => fc.tuple(a, b).map(([x, y]) => join(x, y))

const three = (
  a: fc.Arbitrary<string>,
  b: fc.Arbitrary<string>,
  c: fc.Arbitrary<string>,
  join: (a: string, b: string, c: string) => string,
): fc.Arbitrary<string> => fc.tuple(a, b, c).map(([x, y, z]) => join(x, y, z))

const call1 = (functions: string[], a: fc.Arbitrary<string>) => two(pick(...functions), a, (f, x) => `${f}(${x})`)
const call2 = (functions: string[], a: fc.Arbitrary<string>, b: fc.Arbitrary<string>) =>
  three(pick(...functions), a, b, (f, x, y) => `${f}(${x}, ${y})`)

export const expressions: fc.Arbitrary<string> = fc.letrec<Kinds>((tie) => {
  const [any, number, boolean, text, list, day] = [
    tie('any'),
    tie('number'),
    tie('boolean'),
    tie('text'),
    tie('list'),
    tie('day'),
  ]
  const deep = { maxDepth: 4, depthIdentifier: 'feel' }
  return {
    any: fc.oneof(
      deep,
      names,
      number,
      boolean,
      text,
      list,
      day,
      pick('null', '[]', '{}', '明细.金额', '档案.金额', '档案.名.称'),
      three(any, any, any, (a, b, c) => `(if ${a} then ${b} else ${c})`),
      two(any, columns, (a, column) => `(${a}).${column}`),
      two(list, any, (a, b) => `${a}[${b}]`),
      two(any, any, (a, b) => `{甲: ${a}, "乙": ${b}, 丁: 甲}`),
      two(any, any, (a, b) => `{甲: ${a}}.甲 = ${b}`),
      two(any, any, (a, b) => `(function(x, y) [x, y, 甲])(${a}, ${b})`),
      two(any, any, (a, b) => `(function(x, y) [x, y])(y: ${a}, x: ${b})`),
      two(
        any,
        pick('year', 'month', 'day', 'weekday', 'hour', 'days', 'months', 'time offset', 'seconds'),
        (a, part) => `(${a}).${part}`,
      ),
      call1(['min', 'max', 'sum', 'mean', 'string', 'not', 'count', 'abs', 'is defined', 'get entries'], any),
      call2(['get value', 'is', 'append', 'concatenate', 'list contains', 'index of', 'context put'], any, any),
    ),
    number: fc.oneof(
      deep,
      numbers,
      pick('甲', '乙', 'count(明细)', 'sum(明细.金额)', '金额'),
      three(number, operators, number, (a, o, b) => `(${a} ${o} ${b})`),
      number.map((a) => `-(${a})`),
      call1(['floor', 'ceiling', 'abs', 'sqrt', 'exp', 'log'], number),
      call2(
        ['modulo', 'decimal', 'round up', 'round down', 'round half up', 'round half down', 'floor'],
        number,
        pick('0', '1', '2'),
      ),
      call1(
        ['min', 'max', 'sum', 'count', 'mean', 'product', 'median', 'stddev'],
        pick('数列', '明细.金额', '[1,2,3]', '[]'),
      ),
      call1(['string length', 'number'], text),
      call1(['day of year', 'week of year'], day),
    ),
    boolean: fc.oneof(
      deep,
      pick('true', 'false', '丙'),
      three(any, comparisons, any, (a, o, b) => `(${a} ${o} ${b})`),
      three(number, comparisons, number, (a, o, b) => `(${a} ${o} ${b})`),
      three(day, comparisons, day, (a, o, b) => `(${a} ${o} ${b})`),
      three(boolean, pick('and', 'or'), boolean, (a, o, b) => `(${a} ${o} ${b})`),
      three(any, number, number, (a, b, c) => `(${a} in [${b}..${c}))`),
      three(any, any, any, (a, b, c) => `(${a} in (${b}, ${c}))`),
      two(any, number, (a, b) => `(${a} in (> ${b}, = 2))`),
      two(any, any, (a, b) => `(${a} in ${b})`),
      three(any, any, any, (a, b, c) => `(${a} between ${b} and ${c})`),
      three(pick('some', 'every'), list, boolean, (q, a, b) => `(${q} 行 in ${a} satisfies ${b})`),
      three(pick('some', 'every'), list, number, (q, a, b) => `(${q} 行 in ${a} satisfies 行 > ${b})`),
      two(
        any,
        pick(
          'number',
          'string',
          'boolean',
          'date',
          'list<number>',
          'context<甲: number>',
          'duration',
          'Any',
          'date and time',
          'range',
        ),
        (a, type) => `(${a} instance of ${type})`,
      ),
      call2(['contains', 'starts with', 'ends with', 'matches'], text, text),
      call2(
        ['before', 'after', 'includes', 'overlaps', 'meets'],
        pick('[1..5]', '(2..8)', '[5..9]'),
        pick('[5..9]', '3', '[1..2]'),
      ),
      call1(['all', 'any', 'odd', 'even', 'not'], any),
    ),
    text: fc.oneof(
      deep,
      texts,
      pick('名称', '日'),
      two(text, text, (a, b) => `(${a} + ${b})`),
      three(text, number, number, (a, b, c) => `substring(${a}, ${b}, ${c})`),
      call1(['upper case', 'lower case', 'string'], text),
      call1(['string'], any),
      call2(['substring before', 'substring after'], text, text),
      three(text, pick('"A"', '"[a-z]"', '"乙$"'), texts, (a, b, c) => `replace(${a}, ${b}, ${c})`),
      two(list, texts, (a, b) => `string join(${a}, ${b})`),
      call1(['day of week', 'month of year'], day),
    ),
    list: fc.oneof(
      deep,
      pick('明细', '数列', '明细.金额', '[]', '[1, 2, 3]', '["A", null]'),
      two(any, any, (a, b) => `[${a}, ${b}]`),
      two(list, boolean, (a, b) => `${a}[${b}]`),
      two(list, number, (a, b) => `${a}[item > ${b}]`),
      two(list, number, (a, b) => `${a}[金额 >= ${b}]`),
      two(list, number, (a, b) => `${a}[${b}]`),
      two(list, any, (a, b) => `(for 行 in ${a} return ${b})`),
      two(list, any, (a, b) => `(for 行 in ${a}, 列 in [1, 行] return [行, 列, ${b}])`),
      two(ends, ends, (a, b) => `(for 行 in ${a}..${b} return 行 * 2)`),
      two(list, number, (a, b) => `(for 行 in ${a} return if count(partial) < ${b} then 行 else partial[-1])`),
      call1(['reverse', 'flatten', 'distinct values'], list),
      call2(['concatenate', 'append'], list, any),
      call2(['remove', 'sublist'], list, pick('1', '2', '(-1)', '5')),
      two(list, ends, (a, b) => `insert before(${a}, ${b}, "新")`),
      two(list, pick('<', '>'), (a, o) => `sort(${a}, function(x, y) x ${o} y)`),
      two(text, texts, (a, b) => `split(${a}, ${b})`),
    ),
    day: fc.oneof(
      deep,
      days,
      spans,
      two(days, spans, (a, b) => `(${a} + ${b})`),
      two(days, spans, (a, b) => `(${a} - ${b})`),
      two(days, days, (a, b) => `(${a} - ${b})`),
      three(spans, pick('+', '-'), spans, (a, o, b) => `(${a} ${o} ${b})`),
      call1(['date', 'time'], day),
      call2(['date and time'], day, day),
      three(number, number, number, (a, b, c) => `date(2000 + ${a}, ${b}, ${c})`),
    ),
  }
}).any

const values = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -5, max: 9 }),
  fc.boolean(),
  fc.constantFrom('A', '', '软件', '2024-06-01', '12'),
)
const row = fc.dictionary(fc.constantFrom('金额', '名称', '甲'), values, { noNullPrototype: true })

/** Random values for the names. */
export const scopes: fc.Arbitrary<Record<string, unknown>> = fc.record(
  {
    甲: values,
    乙: fc.integer({ min: -5, max: 9 }),
    丙: fc.boolean(),
    明细: fc.oneof(fc.array(row, { maxLength: 4 }), values),
    数列: fc.array(fc.oneof(fc.integer({ min: -9, max: 9 }), values), { maxLength: 4 }),
    日: fc.constantFrom('2024-06-01', '2024-02-30', '2023-01-31T10:00:00'),
    档案: row,
  },
  { requiredKeys: ['乙'], noNullPrototype: true },
)
