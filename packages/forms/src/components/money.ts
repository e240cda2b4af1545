import { COMMON_PROPS, type ComponentDescription } from './component.ts'
import { moneyInWords } from './money-in-words.ts'
import { readNumber } from './read-number.ts'

export const money: ComponentDescription = {
  name: 'Money',
  title: '金额',
  types: ['number'],
  value: 'yuan, at most two decimals',
  props: { ...COMMON_PROPS, words: { title: '显示大写', type: 'boolean' } },
  print: 'text',
  read: (text) => readNumber(text, '元'),
  check(value) {
    const amount = Number(value)
    if (Math.abs(amount) >= 1e13) return '金额过大'
    return Math.abs(Math.round(amount * 100) - amount * 100) < 1e-4 ? undefined : '金额最多两位小数'
  },
  display(value, schema) {
    const amount = Number(value)
    const figures = `${new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(amount)}元`
    return schema['x-component-props']?.words === false ? figures : `${figures}（${moneyInWords(amount)}）`
  },
}
