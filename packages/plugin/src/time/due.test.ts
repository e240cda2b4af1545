import { describe, expect, it } from 'vitest'
import { dueDistance, dueGroup } from './due.ts'
import { formatClock } from './format-instant.ts'

/** 10:42 in China on 20 March 2024. */
const NOW = Date.parse('2024-03-20T02:42:00.000Z')

describe('a deadline', () => {
  it.each([
    ['2024-03-18T09:30:00.000Z', 'overdue', { kind: 'overdueDays', days: 2 }],
    ['2024-03-20T01:30:00.000Z', 'overdue', { kind: 'overdueHours', hours: 1, minutes: 12 }],
    ['2024-03-20T09:30:00.000Z', 'today', { kind: 'hoursLeft', hours: 6, minutes: 48 }],
    ['2024-03-20T15:59:00.000Z', 'today', { kind: 'hoursLeft', hours: 13, minutes: 17 }],
    // Midnight in China lies at 16:00 UTC.
    ['2024-03-20T16:00:00.000Z', 'soon', { kind: 'daysLeft', days: 1 }],
    ['2024-03-23T09:30:00.000Z', 'soon', { kind: 'daysLeft', days: 3 }],
    ['2024-03-24T09:30:00.000Z', 'later', { kind: 'daysLeft', days: 4 }],
    [null, 'later', { kind: 'none' }],
  ])('%s is %s', (dueAt, group, distance) => {
    expect(dueGroup(dueAt, NOW)).toBe(group)
    expect(dueDistance(dueAt, NOW)).toEqual(distance)
  })

  it.each([
    ['2024-03-18T09:30:00.000Z', -2, { kind: 'overdueWorkdays', days: 2 }],
    ['2024-03-25T09:30:00.000Z', 3, { kind: 'workdaysLeft', days: 3 }],
    // Due on a Friday, looked at on Sunday: overdue by days, by no working day yet.
    ['2024-03-18T09:30:00.000Z', 0, { kind: 'overdueDays', days: 2 }],
    ['2024-03-20T15:59:00.000Z', 0, { kind: 'hoursLeft', hours: 13, minutes: 17 }],
  ])('%s is said in working days where its step counts those: %i', (dueAt, workdays, distance) => {
    expect(dueDistance(dueAt, NOW, workdays)).toEqual(distance)
  })

  it('is told in the time of China', () => {
    expect(formatClock('2024-03-20T09:30:00.000Z')).toBe('17:30')
  })
})
