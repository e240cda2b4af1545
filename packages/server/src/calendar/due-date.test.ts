import { expect, it } from 'vitest'
import { dueDate } from './due-date.ts'
import { createWorkCalendar } from './work-calendar.ts'

const WORK = createWorkCalendar()

it.each([
  // Received on a Wednesday morning in China; the days end at 23:59:59 there.
  ['2026-03-18T02:00:00.000Z', 'P3D', 'work', '2026-03-23T15:59:59.000Z'],
  ['2026-03-18T02:00:00.000Z', 'P3D', 'all', '2026-03-21T15:59:59.000Z'],
  // Late on Wednesday in UTC is Thursday in China.
  ['2026-03-18T17:00:00.000Z', 'P1D', 'work', '2026-03-20T15:59:59.000Z'],
  // The National Day holiday of 2026 is 1 to 7 October.
  ['2026-09-30T02:00:00.000Z', 'P1D', 'work', '2026-10-08T15:59:59.000Z'],
  // The Spring Festival of 2026 is 15 to 23 February; Saturday 14 and Saturday 28 are worked for it.
  ['2026-02-13T02:00:00.000Z', 'P1D', 'work', '2026-02-14T15:59:59.000Z'],
  ['2026-02-13T02:00:00.000Z', 'P2D', 'work', '2026-02-24T15:59:59.000Z'],
  ['2026-02-27T02:00:00.000Z', 'P1D', 'work', '2026-02-28T15:59:59.000Z'],
  ['2026-03-18T02:00:00.000Z', 'PT4H', 'work', '2026-03-18T06:00:00.000Z'],
  ['2026-01-31T02:00:00.000Z', 'P1M', 'all', '2026-02-28T15:59:59.000Z'],
] as const)('%s and %s on the calendar %s is due at %s', (receivedAt, after, calendar, expected) => {
  expect(dueDate(receivedAt, after, calendar === 'work' ? WORK : undefined)).toBe(expected)
})

it('says nothing to what is no duration', () => {
  for (const text of ['', 'P', 'PT', '3 days', '-P1D'])
    expect(dueDate('2026-03-18T02:00:00.000Z', text, undefined)).toBe(undefined)
})
