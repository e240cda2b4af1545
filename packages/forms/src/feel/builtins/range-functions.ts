import { fail } from '../failure.ts'
import { FeelFunction } from '../values/feel-function.ts'
import { FeelRange, isBefore, isIn, meets } from '../values/feel-range.ts'
import { builtin } from './builtin.ts'

/** Source: DMN 1.5, 10.3.4.7, as far as feelin has them. */
export const RANGE_FUNCTIONS = {
  before: builtin({ a: 'any', b: 'any' }, (a, b) => isBefore(a, b)),
  after: builtin({ a: 'any', b: 'any' }, (a, b) => isBefore(b, a)),
  meets: ofTwo((a, b) => meets(a, b)),
  'met by': ofTwo((a, b) => meets(b, a)),
  overlaps: ofTwo((a, b) => !isBefore(a, b) && !isBefore(b, a)),
  includes: builtin({ range: 'range', value: 'any' }, (range, value) =>
    range instanceof FeelRange ? isIn(range, value) : null,
  ),
  'overlaps before': missing(),
  'overlaps after': missing(),
  finishes: missing(),
  'finished by': missing(),
  during: missing(),
  starts: missing(),
  'started by': missing(),
  coincides: missing(),
}

function ofTwo(run: (a: FeelRange, b: FeelRange) => boolean): FeelFunction {
  return builtin({ range1: 'range', range2: 'range' }, (a, b) =>
    a instanceof FeelRange && b instanceof FeelRange ? run(a, b) : null,
  )
}

/** A name of FEEL that feelin reserves without giving it a meaning. */
function missing(): FeelFunction {
  return new FeelFunction(['...list'], () => fail('a function without a meaning'))
}
