import type { Format } from './format.ts'
import { mobile } from './mobile.ts'

const LANDLINE = /^(0\d{2,3}-?)?[2-9]\d{6,7}(-\d{1,6})?$/
const SERVICE = /^[48]00-?\d{3}-?\d{4}$/

/** A mobile number, a landline (`0533-3183456`, area code and extension optional) or a 400/800 number. Source: 电信网编号计划 (2017). */
export const phone: Format = {
  name: 'phone',
  title: '联系电话',
  check(value) {
    if (!mobile.check(value) || LANDLINE.test(value) || SERVICE.test(value)) return undefined
    return '联系电话应为 11 位手机号，或带区号的座机号，如 0533-1234567'
  },
}
