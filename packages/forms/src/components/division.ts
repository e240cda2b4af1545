import { divisionName, divisionWithin } from '../dictionaries/divisions.ts'
import { COMMON_PROPS, type ComponentDescription } from './component.ts'
import { readDivision } from './read-division.ts'

export const divisionPicker: ComponentDescription = {
  name: 'Division',
  title: '行政区划',
  types: ['string'],
  value: '6-digit code of GB/T 2260 or of a functional zone: 370303',
  props: {
    ...COMMON_PROPS,
    root: { title: '限定在（代码）', type: 'string' },
    level: { title: '选到', type: 'enum', options: ['province', 'city', 'county'] },
    display: { title: '显示', type: 'enum', options: ['own', 'full', 'short'] },
  },
  print: 'text',
  read: (text, schema) => readDivision(text, schema),
  check(value, schema) {
    const code = String(value)
    const root = schema['x-component-props']?.root
    if (divisionName(code) === undefined) return `没有代码为 ${code} 的行政区划`
    if (typeof root !== 'string' || divisionWithin(code, root)) return undefined
    return `应在${divisionName(root) ?? root}以内`
  },
  display(value, schema) {
    const style = schema['x-component-props']?.display
    return divisionName(String(value), style === 'full' || style === 'short' ? style : 'own') ?? String(value)
  },
}
