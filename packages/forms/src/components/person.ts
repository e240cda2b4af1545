import { COMMON_PROPS, type ComponentDescription } from './component.ts'
import { isNamedReference, referenceName } from './named-reference.ts'

export const personPicker: ComponentDescription = {
  name: 'Person',
  title: '人员',
  types: ['object'],
  value: '{ id, name } of the directory',
  props: COMMON_PROPS,
  print: 'text',
  check: (value) => (isNamedReference(value) ? undefined : '应从通讯录里选一名人员'),
  display: referenceName,
}
