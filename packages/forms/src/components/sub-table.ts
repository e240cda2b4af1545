import type { ComponentDescription } from './component.ts'

export const subTable: ComponentDescription = {
  name: 'SubTable',
  title: '明细表',
  types: ['array'],
  value: 'array of rows { id?, column: value }',
  props: {
    minRows: { title: '最少显示行数', type: 'number' },
    totals: { title: '合计行', type: 'boolean' },
  },
  print: 'table',
  display: (value) => (Array.isArray(value) ? `${value.length} 行` : ''),
}
