import { COMMON_PROPS, type ComponentDescription } from './component.ts'
import { normalizeCode } from './normalize-code.ts'

/** Grouped input of an identity number; the rule itself is `x-format`, by default `resident-id`. */
export const residentIdInput: ComponentDescription = {
  name: 'ResidentId',
  title: '身份证号',
  types: ['string'],
  value: '18 characters of GB 11643, or what x-format says',
  props: COMMON_PROPS,
  print: 'text',
  read: (text) => ({ value: normalizeCode(text) }),
}
