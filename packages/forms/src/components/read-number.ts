import type { ReadText } from './component.ts'

/** A number as Excel shows it: with thousands separators, in full-width digits, with its unit or a currency sign. */
export function readNumber(text: string, unit = ''): ReadText {
  const bare = text
    .normalize('NFKC')
    .replace(/[\s,¥￥]/g, '')
    .replace(/^\+/, '')
  const digits = unit !== '' && bare.endsWith(unit) ? bare.slice(0, -unit.length) : bare
  return /^-?(\d+\.?\d*|\.\d+)$/.test(digits) && Number.isFinite(Number(digits))
    ? { value: Number(digits) }
    : { fault: '不是数字' }
}
