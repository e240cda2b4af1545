import type { Format } from './format.ts'

/** A mainland mobile number: 11 digits, 13 to 19 first. Source: 电信网编号计划 (2017), network numbers 13x to 19x. */
export const mobile: Format = {
  name: 'mobile',
  title: '手机号',
  check: (value) => (/^1[3-9]\d{9}$/.test(value) ? undefined : '手机号应为 11 位数字，以 13 至 19 开头'),
}
