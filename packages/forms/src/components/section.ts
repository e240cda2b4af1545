import type { ComponentDescription } from './component.ts'

/** A heading with the fields below it; it has no value. */
export const section: ComponentDescription = {
  name: 'Section',
  title: '分组',
  types: ['void'],
  value: 'none',
  props: { collapsible: { title: '可折叠', type: 'boolean' } },
  print: 'none',
}
