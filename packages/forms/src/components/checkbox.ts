import type { ComponentDescription } from './component.ts'
import { readChoice } from './read-choice.ts'
import { displayChoice } from './select.ts'

export const checkbox: ComponentDescription = {
  name: 'Checkbox',
  title: '多选',
  types: ['array', 'boolean'],
  value: 'an array of values of choices; for type boolean whether it is ticked',
  props: { direction: { title: '排列', type: 'enum', options: ['horizontal', 'vertical'] } },
  print: 'text',
  read: readChoice,
  display: (value, schema, form) =>
    typeof value === 'boolean' ? (value ? '是' : '否') : displayChoice(value, schema, form),
}
