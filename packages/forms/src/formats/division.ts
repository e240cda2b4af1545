import { divisionName } from '../dictionaries/divisions.ts'
import type { Format } from './format.ts'

/** A code of an administrative division: 6 digits of GB/T 2260, or one of the local codes of functional zones. */
export const division: Format = {
  name: 'division',
  title: '行政区划代码',
  check(value) {
    if (!/^\d{6}$/.test(value)) return '行政区划代码应为 6 位数字'
    return divisionName(value) === undefined ? `行政区划代码 ${value} 不存在` : undefined
  },
}
