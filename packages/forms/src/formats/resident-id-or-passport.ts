import type { Format } from './format.ts'
import { passport } from './passport.ts'
import { residentId } from './resident-id.ts'

/** 身份证或护照号: what begins like an identity number is checked as one, all else as a passport. Sources: those of the two formats. */
export const residentIdOrPassport: Format = {
  name: 'resident-id-or-passport',
  title: '身份证或护照号',
  check(value) {
    if (/^\d{13}/.test(value)) return residentId.check(value)
    return passport.check(value) && '请填 18 位身份证号，或 5 至 12 位大写字母和数字的护照号'
  },
}
