import type { Format } from './format.ts'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CHARACTERS = /^[0-9A-HJ-NPQRTUWXY]{18}$/

/**
 * The check character for the first 17 characters: weights are powers of 3 modulo 31.
 * Source: GB 32100-2015, annex A.
 */
export function creditCodeCheckCharacter(code: string): string {
  let sum = 0
  let weight = 1
  for (let index = 0; index < 17; index++) {
    sum += ALPHABET.indexOf(code.charAt(index)) * weight
    weight = (weight * 3) % 31
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}

/**
 * Checks a unified social credit code (统一社会信用代码): 18 characters of digits and capitals without I, O, S, V, Z.
 * Source: GB 32100-2015.
 */
export const creditCode: Format = {
  name: 'credit-code',
  title: '统一社会信用代码',
  check(value) {
    if (value.length !== 18) return `统一社会信用代码应为 18 位，现有 ${value.length} 位`
    if (!CHARACTERS.test(value)) return '统一社会信用代码只含数字和大写字母，不含 I、O、S、V、Z'
    if (creditCodeCheckCharacter(value) !== value[17]) return '统一社会信用代码末位校验码不对，请逐位核对'
    return undefined
  },
}
