import { readFileSync } from 'node:fs'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { zhCN } from 'zod/locales'
import { ServerError } from '../errors.ts'
import { addDays } from '../services/china-date.ts'
import type { HolidayFile } from './work-calendar.ts'

const { localeError } = zhCN()
/** Longer than any holiday: a range beyond it is a slip of the pen. */
const LONGEST_RANGE_DAYS = 31
const RANGE = /^(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?$/

const Days = z.array(z.string()).transform((texts, context) => {
  const days: string[] = []
  texts.forEach((text, index) => {
    const range = daysOf(text)
    if (range) days.push(...range)
    else {
      const message = `“${text}”不是日期，应写成 2027-01-01 或 2027-02-05..2027-02-11。`
      context.addIssue({ code: 'custom', path: [index], message })
    }
  })
  return days
})

const Holidays = z
  .object({
    /** Free days: the holidays of the notice. */
    off: Days.default([]),
    /** Worked Saturdays and Sundays. */
    work: Days.default([]),
    /** Years for which the file holds the whole notice; by default those that it names in `off`. */
    years: z.array(z.number().int().min(2000).max(2100)).optional(),
  })
  .strict()

/**
 * Reads an operator's file of holidays, YAML or JSON: `{ off: [2027-01-01, 2027-02-05..2027-02-11], work: [2027-02-14] }`.
 *
 * @throws ServerError `CONFIG_INVALID` with an issue for each wrong place
 */
export function readHolidays(file: string): HolidayFile {
  const tree = readTree(file)
  const result = Holidays.safeParse(tree, { error: localeError })
  if (!result.success) {
    const issues = result.error.issues.map(({ code, path, message }) => ({
      code: code.toUpperCase(),
      path: [file, ...path.map(String)],
      message,
    }))
    throw new ServerError('CONFIG_INVALID', { issues })
  }
  const { off, work, years = off.map((day) => Number(day.slice(0, 4))) } = result.data
  const both = off.find((day) => work.includes(day))
  if (both) fail(file, 'CONTRADICTION', `${both} 既是休息日又是上班日。`)
  return { off: new Set(off), work: new Set(work), years: [...new Set(years)] }
}

function readTree(file: string): unknown {
  let source: string
  try {
    source = readFileSync(file, 'utf8')
  } catch (error) {
    return fail(file, 'FILE_MISSING', `读不到节假日文件：${error instanceof Error ? error.message : ''}`)
  }
  // Days stay texts: a date of YAML would be an instant.
  const document = parseDocument(source, { schema: 'core' })
  const [broken] = document.errors
  if (broken) return fail(file, 'YAML_INVALID', `不是正确的 YAML：${broken.message}`)
  return document.toJS({ maxAliasCount: 0 }) ?? {}
}

function fail(file: string, code: string, message: string): never {
  throw new ServerError('CONFIG_INVALID', { issues: [{ code, path: [file], message }] })
}

function daysOf(text: string): string[] | undefined {
  const [, first, last = first] = RANGE.exec(text) ?? []
  if (first === undefined || last === undefined || !isDay(first) || !isDay(last) || last < first) return undefined
  const days = [first]
  for (let day = first; day < last; ) {
    day = addDays(day, 1)
    days.push(day)
    if (days.length > LONGEST_RANGE_DAYS) return undefined
  }
  return days
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00.000Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
