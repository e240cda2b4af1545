import type { ComponentDescription } from './component.ts'
import { readChoice } from './read-choice.ts'
import { displayChoice } from './select.ts'

export const radio: ComponentDescription = {
  name: 'Radio',
  title: '单选',
  types: ['string', 'number', 'boolean'],
  value: 'the value of a choice',
  props: { direction: { title: '排列', type: 'enum', options: ['horizontal', 'vertical'] } },
  print: 'text',
  read: readChoice,
  display: displayChoice,
}
