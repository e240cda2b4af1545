import { COMMON_PROPS, type ComponentDescription } from './component.ts'
import { normalizeCode } from './normalize-code.ts'

/** Grouped input of a unified social credit code; the rule itself is `x-format`, by default `credit-code`. */
export const creditCodeInput: ComponentDescription = {
  name: 'CreditCode',
  title: '统一社会信用代码',
  types: ['string'],
  value: '18 characters of GB 32100',
  props: COMMON_PROPS,
  print: 'text',
  read: (text) => ({ value: normalizeCode(text) }),
}
