import { COMMON_PROPS, type ComponentDescription } from './component.ts'
import { optionLabel } from './options.ts'
import { readChoice } from './read-choice.ts'

/** Labels of one choice or of several, joined by 、. */
export const displayChoice: NonNullable<ComponentDescription['display']> = (value, schema, form) =>
  (Array.isArray(value) ? value : [value]).map((item) => optionLabel(item, schema, form)).join('、')

export const select: ComponentDescription = {
  name: 'Select',
  title: '下拉选择',
  types: ['string', 'number', 'array'],
  value: 'the value of a choice; an array of them for type array',
  props: { ...COMMON_PROPS, showSearch: { title: '可搜索', type: 'boolean' } },
  print: 'text',
  read: readChoice,
  display: displayChoice,
}
