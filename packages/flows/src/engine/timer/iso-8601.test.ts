import { describe, expect, it } from 'vitest'
import { addDuration, parseCycle, parseInstant } from './iso-8601.ts'

describe('addDuration', () => {
  it.each([
    ['2026-01-01T00:00:00.000Z', 'P5D', '2026-01-06T00:00:00.000Z'],
    ['2026-01-01T00:00:00.000Z', 'PT1H30M', '2026-01-01T01:30:00.000Z'],
    ['2026-01-01T00:00:00.000Z', 'PT0.5S', '2026-01-01T00:00:00.500Z'],
    ['2026-01-01T00:00:00.000Z', 'P2W', '2026-01-15T00:00:00.000Z'],
    ['2026-01-31T08:00:00.000Z', 'P1M', '2026-02-28T08:00:00.000Z'],
    ['2024-02-29T00:00:00.000Z', 'P1Y', '2025-02-28T00:00:00.000Z'],
    ['2026-11-15T00:00:00.000Z', 'P1Y2M3DT4H', '2028-01-18T04:00:00.000Z'],
    ['2026-01-02T00:00:00.000Z', '-P1D', '2026-01-01T00:00:00.000Z'],
  ])('%s and %s is %s', (instant, duration, expected) => expect(addDuration(instant, duration)).toBe(expected))

  it.each(['', 'P', 'PT', 'P1DT', '5 days', 'P1H', '1D'])('%s is no duration', (duration) =>
    expect(addDuration('2026-01-01T00:00:00.000Z', duration)).toBeUndefined(),
  )

  it('gives nothing beyond the end of time', () => {
    expect(addDuration('2026-01-01T00:00:00.000Z', 'P999999999Y')).toBeUndefined()
  })
})

describe('parseInstant', () => {
  it.each([
    ['2026-03-01T00:00:00+08:00', '2026-02-28T16:00:00.000Z'],
    ['2026-03-01T00:00:00Z', '2026-03-01T00:00:00.000Z'],
    ['2026-03-01T08:30', '2026-03-01T08:30:00.000Z'],
    ['2026-03-01', '2026-03-01T00:00:00.000Z'],
  ])('%s is %s', (text, expected) => expect(parseInstant(text)).toBe(expected))

  it.each(['tomorrow', '2026-13-01', '1', 'March 1, 2026'])('%s is no instant', (text) =>
    expect(parseInstant(text)).toBeUndefined(),
  )
})

describe('parseCycle', () => {
  it('says how often, from when, and every how long', () => {
    expect(parseCycle('R3/PT10M')).toEqual({ times: 3, every: 'PT10M' })
    expect(parseCycle('R/P1D')).toEqual({ times: -1, every: 'P1D' })
    expect(parseCycle('R2/2026-01-01T00:00:00Z/P1D')).toEqual({
      times: 2,
      from: '2026-01-01T00:00:00.000Z',
      every: 'P1D',
    })
  })

  it.each(['R3', 'R3/', '0 0 * * *', 'R3/x/P1D', 'R3/5M'])('%s is no cycle', (text) =>
    expect(parseCycle(text)).toBeUndefined(),
  )
})
