import { COMMON_PROPS, type ComponentDescription } from './component.ts'

export const input: ComponentDescription = {
  name: 'Input',
  title: '单行文字',
  types: ['string'],
  value: 'string',
  props: {
    ...COMMON_PROPS,
    maxLength: { title: '最多字数', type: 'number' },
  },
  print: 'text',
}
