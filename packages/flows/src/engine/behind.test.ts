import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromLines, roundIdOf, toLine, wasPassed, withLines } from './behind.ts'
import type { Activation, Round, Seat } from './instance.ts'

const word = fc.oneof(fc.constantFrom('a', 'ab', 'u1', 'approve', '', 'u 1', 'a;b', 'x,y'), fc.string())
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

const seat: fc.Arbitrary<Seat> = fc.record(
  { people: fc.array(word, { maxLength: 2 }), task: word, by: word, decision: word, owner: some(word) },
  { requiredKeys: ['people'] },
)

/** Of a visit that was left, or is open. */
const visit: fc.Arbitrary<Activation> = fc
  .record(
    {
      id: fc.nat(99),
      element: word,
      from: fc.array(fc.nat(99), { maxLength: 3 }),
      scope: fc.nat(99),
      done: fc.nat(99),
      anew: some(fc.constant(true as const)),
    },
    { requiredKeys: ['id', 'element', 'from'] },
  )
  .chain((visited) =>
    some(
      fc.record(
        {
          id: fc.oneof(fc.constant(roundIdOf(visited.id, 1)), word),
          number: fc.constantFrom(1, 2),
          seats: fc.array(seat, { maxLength: 3 }),
          outcome: word,
        },
        { requiredKeys: ['id', 'number', 'seats'] },
      ),
    ).map((round: Round | undefined) => (round ? { ...visited, round } : visited)),
  )

it('tells a visit whole, or not at all', () => {
  fc.assert(
    fc.property(visit, (visited) => {
      const line = toLine(visited)
      if (line !== undefined) expect(fromLines(line)).toEqual([visited])
    }),
    { numRuns: 5_000 },
  )
})

const left = (id: number, more: Partial<Activation> = {}): Activation => ({
  ...{ id, element: `e${id}`, from: [id - 1], done: id + 1 },
  ...more,
})

it.each<[string, Partial<Activation>]>([
  ['a step that one person decided', { round: { id: '7.1', number: 1, outcome: 'approve', seats: [decided('u1')] } }],
  ['a round of an earlier version of the engine', { round: { id: 'b0e8', number: 2, outcome: 'ok', seats: [] } }],
  [
    'a round that others did not need to decide',
    { round: { id: '7.1', number: 1, outcome: 'approve', seats: [decided('u1'), { people: ['u2'], task: 't2' }] } },
  ],
  [
    'a task of several candidates',
    { round: { id: '7.1', number: 1, seats: [{ ...decided('u1'), people: ['u1', 'u2'] }] } },
  ],
  ['a task of anybody', { round: { id: '7.1', number: 1, seats: [{ ...decided('u1'), people: [] }] } }],
  ['inside a sub-process', { scope: 3 }],
  ['what comes from several', { from: [4, 5] }],
  ['a start', { from: [] }],
])('has a line for %s', (_, more) => {
  const visited = left(7, more)
  expect(fromLines(toLine(visited) ?? '')).toEqual([visited])
})

function decided(by: string): Seat {
  return { people: [by], task: `task-${by}`, by, decision: 'approve' }
}

it.each<[string, Partial<Activation>]>([
  ['is open', { done: undefined }],
  ['has more to tell', { cut: true }],
  ['has a seat with more to tell', { round: { id: '7.1', number: 1, seats: [{ ...decided('u1'), weight: 2 }] } }],
  ['has a round with more to tell', { round: { id: '7.1', number: 1, seats: [], resubmit: true } }],
  ['has a word with a separator', { round: { id: '7.1', number: 1, seats: [decided('u;1')] } }],
])('has no line for what %s', (_, more) => {
  expect(toLine(left(7, more))).toBeUndefined()
})

it('puts lines in the order of their numbers, whenever they come', () => {
  const ids = fc.shuffledSubarray([...Array(30).keys()], { minLength: 30 })
  fc.assert(
    fc.property(ids, fc.nat(30), (shuffled, cut) => {
      const lines = shuffled.map((id) => ({ id, line: toLine(left(id)) ?? '' }))
      const first = lines.slice(0, cut).sort((one, other) => one.id - other.id)
      const behind = lines.slice(cut).reduce((text, line) => withLines(text, [line]), withLines('', first))
      expect(fromLines(behind).map(({ id }) => id)).toEqual([...Array(30).keys()])
    }),
  )
})

it('knows which elements were passed, by their whole names', () => {
  const behind = withLines('', [{ id: 7, line: toLine(left(7, { element: 'abc' })) ?? '' }])
  expect(['abc', 'ab', 'bc', '7'].filter((element) => wasPassed(behind, element))).toEqual(['abc'])
})
