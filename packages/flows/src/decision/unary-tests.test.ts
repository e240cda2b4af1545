import { evaluate } from 'feelin'
import { expect, it } from 'vitest'
import { refused } from '../../test/start.ts'
import { translateTests } from './unary-tests.ts'

function satisfies(tests: string, value: unknown, input = 'x'): boolean {
  const translated = translateTests(tests, input)
  return translated === undefined || evaluate(translated, { x: value, limit: 5, names: ['甲', '乙'] }).value === true
}

it.each<[string, unknown[], unknown[]]>([
  ['-', [1, null, 'a'], []],
  ['', [1], []],
  ['5', [5], [4, null, '5']],
  ['-5', [-5], [5]],
  ['< 5', [4], [5, null]],
  ['>= limit', [5, 6], [4]],
  ['!= 5', [4], [5]],
  ['= 5', [5], [4]],
  ['1, 3, [7..9], > 20', [1, 3, 7, 9, 21], [2, 10, 20]],
  ['[1..5]', [1, 5], [0, 6, null]],
  ['(1..5)', [2], [1, 5]],
  [']1..5[', [2], [1, 5]],
  ['[1..5[', [1], [5]],
  ['(1..5]', [5], [1]],
  ['[1..limit], 8', [5, 8], [6]],
  ['"甲", "乙"', ['甲', '乙'], ['丙', null]],
  ['"a, b"', ['a, b'], ['a', 'b']],
  ['"not(a)"', ['not(a)'], ['a']],
  ['"say \\"?\\""', ['say "?"'], ['say']],
  ['["a".."c"]', ['b'], ['d']],
  ['true', [true], [false, null]],
  ['false', [false], [true]],
  ['null', [null], [0, '']],
  ['not(5)', [4], [5]],
  ['not("甲", "乙")', ['丙'], ['甲', '乙']],
  ['not((1..5], 9)', [1, 6], [5, 9]],
  ['not(< 5)', [5], [4]],
  ['names', ['甲'], ['丙']],
  ['["甲", "乙"]', ['甲', ['甲', '乙']], ['丙', ['乙', '甲']]],
  ['list contains(?, "甲")', [['甲', '丙']], [['丙']]],
  ['? > 2 and ? < 5', [3], [2, 5]],
  ['contains(?, "市"), "济南"', ['淄博市', '济南'], ['淄博']],
  ['not(contains(?, "?"))', ['a'], ['a?']],
])('%s', (tests, yes, no) => {
  for (const value of yes) expect([value, satisfies(tests, value)]).toEqual([value, true])
  for (const value of no) expect([value, satisfies(tests, value)]).toEqual([value, false])
})

it.each<[string, string[], string[]]>([
  ['date("2026-05-01")', ['2026-05-01'], ['2026-05-02']],
  ['< date("2026-05-01")', ['2026-04-30'], ['2026-05-01']],
  ['[date("2026-05-01")..date("2026-06-01")]', ['2026-05-01', '2026-05-09'], ['2026-06-02']],
  ['not(date("2026-05-01"))', ['2026-05-02'], ['2026-05-01']],
])('of a date: %s', (tests, yes, no) => {
  for (const value of yes) expect(satisfies(tests, value, 'date(x)')).toBe(true)
  for (const value of no) expect(satisfies(tests, value, 'date(x)')).toBe(false)
})

it('is no negation when it only begins and ends like one', () => {
  expect(translateTests('not(? = 1) and not(? = 2)', 'x')).toBe('(not((x) = 1) and not((x) = 2))')
})

it.each(['"a', '(1..5', '1)', '["a"', 'f(1, 2'])('refuses %s, which does not end', (tests) => {
  expect(refused('DECISION_INVALID', () => translateTests(tests, 'x'))).toMatchObject({ text: tests })
})
