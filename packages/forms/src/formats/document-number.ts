import type { Format } from './format.ts'

const DOCUMENT_NUMBER = /^[\p{Script=Han}A-Za-z]{1,30}〔((?:19|20)\d{2})〕([1-9]\d{0,5})号$/u

/**
 * 发文字号: the issuing office's short name, the year in full within hexagonal brackets, a number without padding, 号; no 第.
 * Source: GB/T 9704-2012, 7.2.5.
 */
export const documentNumber: Format = {
  name: 'document-number',
  title: '发文字号',
  check(value) {
    if (DOCUMENT_NUMBER.test(value)) return undefined
    if (/[[\]()（）［］【】]/.test(value)) return '发文字号的年份用六角括号〔〕，如 淄人社发〔2022〕13号'
    return '发文字号应写成“机关代字〔年份〕顺序号号”，如 淄人社发〔2022〕13号'
  },
}
