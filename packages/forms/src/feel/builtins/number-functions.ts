import { spend } from '../evaluation.ts'
import { FeelDuration } from '../temporal/feel-duration.ts'
import { builtin, number, numbersBuiltin } from './builtin.ts'

/** Source: DMN 1.5, 10.3.4.4 (aggregates) and 10.3.4.5. */
export const NUMBER_FUNCTIONS = {
  min: aggregate((list) => list.reduce((least, item) => Math.min(least, item))),
  max: aggregate((list) => list.reduce((most, item) => Math.max(most, item))),
  sum: aggregate((list) => sum(list)),
  mean: aggregate((list) => sum(list) / list.length),
  product: aggregate((list) => list.reduce((product, item) => product * item, 1)),
  median: aggregate((list) => median(list)),
  stddev: aggregate((list) => (list.length < 2 ? null : deviation(list))),
  mode: numbersBuiltin('list', mode),
  decimal: scaled((n, scale) => shifted(bankersRound, n, scale)),
  floor: builtin({ n: 'number', scale: 'number?' }, (n, scale) => toScale(Math.floor, n, scale)),
  ceiling: builtin({ n: 'number', scale: 'number?' }, (n, scale) => toScale(Math.ceil, n, scale)),
  abs: builtin({ n: 'any' }, (n) => {
    if (typeof n === 'number') return Math.abs(n)
    return n instanceof FeelDuration ? n.absolute() : null
  }),
  'round up': scaled((n, scale) => shifted(n > 0 ? Math.ceil : Math.floor, n, scale)),
  'round down': scaled((n, scale) => shifted(n > 0 ? Math.floor : Math.ceil, n, scale)),
  'round half up': scaled((n, scale) =>
    shifted(isHalf(n, scale) ? (n > 0 ? Math.ceil : Math.floor) : Math.round, n, scale),
  ),
  'round half down': scaled((n, scale) =>
    shifted(isHalf(n, scale) ? (n > 0 ? Math.floor : Math.ceil) : Math.round, n, scale),
  ),
  modulo: builtin({ dividend: 'number', divisor: 'number' }, (dividend, divisor) => {
    const by = number(divisor)
    // Nine digits behind the point hide what binary fractions add.
    return by ? Math.round((((number(dividend) % by) + by) % by) * 1e9) / 1e9 : null
  }),
  sqrt: builtin({ number: 'number' }, (n) => (number(n) < 0 ? null : Math.sqrt(number(n)))),
  log: builtin({ number: 'number' }, (n) => (number(n) <= 0 ? null : Math.log(number(n)))),
  exp: builtin({ number: 'number' }, (n) => Math.exp(number(n))),
  odd: builtin({ number: 'number' }, (n) => Math.abs(number(n)) % 2 === 1),
  even: builtin({ number: 'number' }, (n) => Math.abs(number(n)) % 2 === 0),
}

/** Of an empty list there is none. */
function aggregate(run: (list: readonly number[]) => number | null) {
  return numbersBuiltin('list', (list) => (list.length > 0 ? run(list) : null))
}

function scaled(run: (n: number, scale: number) => number) {
  return builtin({ n: 'number', scale: 'number' }, (n, scale) => run(number(n), number(scale)))
}

function toScale(round: (n: number) => number, n: unknown, scale: unknown): number | null {
  if (scale === null) return null
  const adjust = 10 ** (scale === undefined ? 0 : number(scale))
  return round(number(n) * adjust) / adjust
}

function shifted(round: (n: number) => number, n: number, scale: number): number {
  const result = round(n * 10 ** scale) / 10 ** scale
  return Number.isNaN(result) ? n : result
}

function isHalf(n: number, scale: number): boolean {
  return Math.abs((n * 10 ** scale) % 1) === 0.5
}

function bankersRound(n: number): number {
  const floored = Math.floor(n)
  if (n - floored !== 0.5) return Math.round(n)
  return floored % 2 === 0 ? floored : floored + 1
}

function sum(list: readonly number[]): number {
  let total = 0
  for (const item of list) total += item
  return total
}

/** As feelin: the items are put in the order of their texts. */
function median(list: readonly number[]): number {
  spend(list.length * 16)
  const sorted = [...list].sort((a, b) => (String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0))
  const middle = sorted.length / 2 - 1
  const index = Math.ceil(middle)
  const item = sorted[index] ?? 0
  return middle === index ? (item + (sorted[index + 1] ?? 0)) / 2 : item
}

function deviation(list: readonly number[]): number {
  spend(list.length * 4)
  const mean = sum(list) / list.length
  return Math.sqrt(sum(list.map((item) => (item - mean) ** 2)) / (list.length - 1))
}

function mode(list: readonly number[]): readonly number[] {
  if (list.length < 2) return list
  spend(list.length * 8)
  const counts = new Map<number, number>()
  for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1)
  const most = Math.max(...counts.values())
  return [...counts].filter(([, count]) => count === most).map(([item]) => item)
}
