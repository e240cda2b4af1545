import { describe, expect, it } from 'vitest'
import type { Round } from '../../index.ts'
import { verdict } from './verdict.ts'

/** `a` approves, `r` rejects, `.` is not decided yet. */
function seats(decisions: string, weights: number[] = []) {
  return [...decisions].map((letter, place) => ({
    people: [],
    weight: weights[place],
    decision: { a: 'approve', r: 'reject' }[letter],
  }))
}

function decide(rule: Round, decisions: string, onReject: 'continue' | 'all' = 'continue', weights?: number[]) {
  return verdict(seats(decisions, weights), rule, onReject)
}

describe('all', () => {
  it.each([
    ['a..', undefined],
    ['aaa', 'approve'],
    ['ar.', 'reject'],
  ])('%s gives %s', (decisions, outcome) => expect(decide({ type: 'all' }, decisions)).toBe(outcome))

  it.each([
    ['ar.', undefined],
    ['arr', 'approve'],
    ['rrr', 'reject'],
  ])('%s gives %s where all must reject', (decisions, outcome) =>
    expect(decide({ type: 'all' }, decisions, 'all')).toBe(outcome),
  )
})

describe('any: one decides, or all must reject (semantics 6)', () => {
  it.each([
    ['...', undefined],
    ['a..', 'approve'],
    ['r..', 'reject'],
  ])('%s gives %s', (decisions, outcome) => expect(decide({ type: 'any' }, decisions)).toBe(outcome))

  it.each([
    ['r..', undefined],
    ['ra.', 'approve'],
    ['rrr', 'reject'],
  ])('%s gives %s where all must reject', (decisions, outcome) =>
    expect(decide({ type: 'any' }, decisions, 'all')).toBe(outcome),
  )
})

describe('vote: ends as soon as the result is certain (semantics 7)', () => {
  it.each([
    ['aa...', undefined],
    ['aaa..', 'approve'],
    ['rr...', undefined],
    ['rrr..', 'reject'],
  ])('%s gives %s at a share of 0.6', (decisions, outcome) =>
    expect(decide({ type: 'vote', by: 'share', threshold: 0.6 }, decisions)).toBe(outcome),
  )

  it.each([
    ['a...', undefined],
    ['aa..', 'approve'],
    ['rr..', undefined],
    ['rrr.', 'reject'],
  ])('%s gives %s at a count of 2', (decisions, outcome) =>
    expect(decide({ type: 'vote', by: 'count', threshold: 2 }, decisions)).toBe(outcome),
  )

  it.each([
    ['a..', 'approve'],
    ['.aa', undefined],
    ['raa', 'reject'],
  ])('%s gives %s at a weight of 3, where the first weighs 3 and the others 1', (decisions, outcome) =>
    expect(decide({ type: 'vote', by: 'weight', threshold: 3 }, decisions, 'continue', [3, 1, 1])).toBe(outcome),
  )

  it('needs more than half without a threshold', () => {
    expect(decide({ type: 'vote' }, 'aa..')).toBeUndefined()
    expect(decide({ type: 'vote' }, 'aarr')).toBe('reject')
    expect(decide({ type: 'vote' }, 'aaa.')).toBe('approve')
  })

  it('is not led astray by sums that are not exact', () => {
    expect(decide({ type: 'vote', by: 'share', threshold: 0.7 }, 'aaaaaaa...')).toBe('approve')
  })
})

describe('sequential', () => {
  it.each([
    ['a..', undefined],
    ['r..', 'reject'],
    ['aaa', 'approve'],
  ])('%s gives %s', (decisions, outcome) => expect(decide({ type: 'sequential' }, decisions)).toBe(outcome))
})

it('takes whatever the one seat of a single round decides', () => {
  expect(verdict([{ people: [], decision: 'forward' }], { type: 'single' }, 'end')).toBe('forward')
  expect(decide({ type: 'single' }, '.')).toBeUndefined()
})

it('approves a round without seats', () => {
  for (const type of ['single', 'all', 'any', 'vote', 'sequential'] as const) {
    expect(decide({ type, threshold: 0.6, by: 'share' }, ''), type).toBe('approve')
  }
})
