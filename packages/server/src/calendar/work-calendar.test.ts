import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ServerError } from '../errors.ts'
import { readHolidays } from './read-holidays.ts'
import { createWorkCalendar } from './work-calendar.ts'
import { workdaysBetween } from './workdays-between.ts'

function fileOf(content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-holidays-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'holidays.yaml')
  writeFileSync(file, content)
  return file
}

function issuesOf(content: string): string[] {
  try {
    readHolidays(fileOf(content))
  } catch (error) {
    if (error instanceof ServerError)
      return (error.issues ?? []).map(({ path, message }) => `${path.slice(1)}: ${message}`)
    throw error
  }
  throw new Error('It was not refused')
}

const worked = (calendar: ReturnType<typeof createWorkCalendar>, ...days: string[]) =>
  days.map((day) => calendar.isWorkday(day))

it('knows the Spring Festival and the weekends worked for it', () => {
  const calendar = createWorkCalendar()
  expect(calendar.knows(2026)).toBe(true)
  expect(worked(calendar, '2026-02-13', '2026-02-14', '2026-02-16', '2026-02-23', '2026-02-24', '2026-02-28')).toEqual([
    true,
    true,
    false,
    false,
    true,
    true,
  ])
})

it('knows weekends alone of a year without a notice, and says so', () => {
  const calendar = createWorkCalendar()
  expect([calendar.knows(2040), calendar.knows(2000)]).toEqual([false, false])
  expect(worked(calendar, '2040-10-01', '2040-10-06', '2040-10-07', '2040-10-08')).toEqual([true, false, false, true])
})

describe('the file of an operator', () => {
  const NEXT_YEAR = 'off: [2040-01-01..2040-01-03, 2040-10-01]\nwork: [2040-01-07]\n'

  it('tells a year that is not built in', () => {
    const calendar = createWorkCalendar(readHolidays(fileOf(NEXT_YEAR)))
    expect(calendar.knows(2040)).toBe(true)
    expect(worked(calendar, '2040-01-02', '2040-01-03', '2040-01-04', '2040-01-07', '2040-10-01')).toEqual([
      false,
      false,
      true,
      true,
      false,
    ])
  })

  it('goes over the year that is built in as a whole, and leaves the others', () => {
    const calendar = createWorkCalendar(readHolidays(fileOf('off: [2026-05-04]')))
    expect(worked(calendar, '2026-05-01', '2026-05-04', '2025-05-01')).toEqual([true, false, false])
    const one = createWorkCalendar(readHolidays(fileOf('{ "off": ["2026-05-07"], "years": [] }')))
    expect(worked(one, '2026-05-01', '2026-05-07')).toEqual([false, false])
  })

  it('is refused with every wrong place', () => {
    expect(issuesOf('off: [2027-02-30, tomorrow, 2027-02-05..2027-02-01, 2027-01-01..2027-12-31]')).toHaveLength(4)
    expect(issuesOf('off: [2027-02-30]')).toEqual([expect.stringContaining('off,0: “2027-02-30”不是日期')])
    expect(issuesOf('off: [2027-01-01]\nwork: [2027-01-01]')).toEqual([expect.stringContaining('既是休息日又是上班日')])
    expect(issuesOf('free: []')).toHaveLength(1)
    expect(issuesOf('off: [')).toEqual([expect.stringContaining('YAML')])
    expect(() => readHolidays('/nowhere/holidays.yaml')).toThrow(ServerError)
  })
})

it.each([
  // Wednesday to the next Monday, and back.
  ['2026-03-18T02:00:00.000Z', '2026-03-23T15:59:59.000Z', 3],
  ['2026-03-23T16:30:00.000Z', '2026-03-18T15:59:59.000Z', -4],
  // The same day in China, and a weekend that has passed.
  ['2026-03-18T02:00:00.000Z', '2026-03-18T15:59:59.000Z', 0],
  ['2026-03-22T02:00:00.000Z', '2026-03-20T15:59:59.000Z', 0],
  ['2026-09-30T02:00:00.000Z', '2026-10-08T15:59:59.000Z', 1],
])('from %s to %s are %i working days', (from, to, expected) => {
  expect(workdaysBetween(createWorkCalendar(), from, to)).toBe(expected)
})
