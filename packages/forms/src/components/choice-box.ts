import type { ComponentDescription } from './component.ts'
import { fieldOptions } from './options.ts'
import { readChoice } from './read-choice.ts'

/** □A　□B: all choices stand on the paper, the chosen ones ticked. */
export const choiceBox: ComponentDescription = {
  name: 'ChoiceBox',
  title: '勾选框',
  types: ['string', 'array'],
  value: 'the value of the ticked choice; an array of them for type array',
  props: { direction: { title: '排列', type: 'enum', options: ['horizontal', 'vertical'] } },
  print: 'boxes',
  read: readChoice,
  display: (value, schema, form) =>
    (fieldOptions(schema, form) ?? [])
      .map((option) => `${isTicked(value, option.value) ? '☑' : '□'}${option.label}`)
      .join('　'),
}

/** Whether a choice is ticked in the value of one or of several. */
export function isTicked(value: unknown, option: unknown): boolean {
  return Array.isArray(value) ? value.includes(option) : value === option
}
