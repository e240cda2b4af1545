import { COMMON_PROPS, type ComponentDescription } from './component.ts'
import { readNumber } from './read-number.ts'

export const numberPicker: ComponentDescription = {
  name: 'NumberPicker',
  title: '数字',
  types: ['number'],
  value: 'number',
  props: {
    ...COMMON_PROPS,
    min: { title: '最小', type: 'number' },
    max: { title: '最大', type: 'number' },
    step: { title: '步长', type: 'number' },
    precision: { title: '小数位', type: 'number' },
    addonAfter: { title: '单位', type: 'string' },
  },
  print: 'text',
  read: (text, schema) => readNumber(text, String(schema['x-component-props']?.addonAfter ?? '')),
  display: (value, schema) => `${value}${schema['x-component-props']?.addonAfter ?? ''}`,
}
