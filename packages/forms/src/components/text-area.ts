import { COMMON_PROPS, type ComponentDescription } from './component.ts'

export const textArea: ComponentDescription = {
  name: 'TextArea',
  title: '多行文字',
  types: ['string'],
  value: 'string; \n separates paragraphs',
  props: {
    ...COMMON_PROPS,
    rows: { title: '行数', type: 'number' },
    maxLength: { title: '最多字数', type: 'number' },
    showCount: { title: '显示字数', type: 'boolean' },
  },
  print: 'prose',
}
