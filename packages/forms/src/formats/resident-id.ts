import type { Format } from './format.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
)

export type ResidentIdFault = 'length' | 'characters' | 'region' | 'date' | 'check'

const MESSAGES: Record<ResidentIdFault, (value: string) => string> = {
  length: (value) => `身份证号应为 18 位，现有 ${value.length} 位`,
  characters: () => '身份证号前 17 位应为数字，末位为数字或大写 X',
  region: (value) => `身份证号开头 ${value.slice(0, 2)} 不是省级行政区划代码`,
  date: (value) => `身份证号第 7 至 14 位 ${value.slice(6, 14)} 不是日期`,
  check: () => '身份证号末位校验码不对，请逐位核对',
}

/** The check character for the first 17 digits. Source: GB 11643-1999, ISO 7064 MOD 11-2. */
export function residentIdCheckCharacter(digits: string): string {
  let sum = 0
  for (let index = 0; index < WEIGHTS.length; index++) sum += Number(digits[index]) * (WEIGHTS[index] ?? 0)
  return CHECK_CHARACTERS.charAt(sum % 11)
}

/**
 * Checks a citizen identification number (公民身份号码).
 *
 * @param value 18 characters: region (6), birth date YYYYMMDD (8), sequence (3), check character (1)
 * @returns `undefined` when valid, else the failing part
 * Source: GB 11643-1999; region codes GB/T 2260; check character ISO 7064 MOD 11-2.
 */
export function residentIdFault(value: string): ResidentIdFault | undefined {
  if (value.length !== 18) return 'length'
  if (!/^\d{17}[\dX]$/.test(value)) return 'characters'
  if (!PROVINCES.has(value.slice(0, 2))) return 'region'
  if (!isDate(value.slice(6, 14))) return 'date'
  return residentIdCheckCharacter(value) === value[17] ? undefined : 'check'
}

/**
 * What a valid number says about its holder.
 *
 * @returns birth date `YYYY-MM-DD` and sex by GB/T 2261.1 (`1` male, `2` female); `undefined` for a number that is not valid
 */
export function residentIdFacts(value: string): { birthDate: string; sex: '1' | '2' } | undefined {
  if (residentIdFault(value)) return undefined
  const birthDate = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`
  return { birthDate, sex: Number(value[16]) % 2 === 1 ? '1' : '2' }
}

function isDate(digits: string): boolean {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))]
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1850 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

export const residentId: Format = {
  name: 'resident-id',
  title: '居民身份证号',
  check(value) {
    const fault = residentIdFault(value)
    return fault && MESSAGES[fault](value)
  },
}
