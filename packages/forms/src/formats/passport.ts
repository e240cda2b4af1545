import type { Format } from './format.ts'

/**
 * A passport number: 5 to 12 capitals and digits with at least one digit; Chinese ones are a letter (or two) and 7 or 8 digits.
 * Source: ICAO Doc 9303 part 4 (document number, 9 characters; longer ones are continued in the optional data).
 */
export const passport: Format = {
  name: 'passport',
  title: '护照号',
  check(value) {
    const valid = /^[A-Z0-9]{5,12}$/.test(value) && /\d/.test(value)
    return valid ? undefined : '护照号应为 5 至 12 位大写字母和数字，如 E12345678'
  },
}
