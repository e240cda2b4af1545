import { COMMON_PROPS, type ComponentDescription } from './component.ts'
import { isNamedReference, referenceName } from './named-reference.ts'

export const unitPicker: ComponentDescription = {
  name: 'Unit',
  title: '单位',
  types: ['object'],
  value: '{ id, name } of the directory',
  props: COMMON_PROPS,
  print: 'text',
  check: (value) => (isNamedReference(value) ? undefined : '应从通讯录里选一个单位'),
  display: referenceName,
}
