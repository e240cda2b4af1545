import { isRecord } from '../schema/is-record.ts'
import type { ComponentDescription } from './component.ts'

export const opinion: ComponentDescription = {
  name: 'Opinion',
  title: '意见栏',
  types: ['array'],
  value: 'array of Opinion: decision, text, signer, unit, signature, seal, at',
  props: {
    seal: { title: '需要盖章', type: 'boolean' },
    signature: { title: '需要签名', type: 'boolean' },
  },
  print: 'opinion',
  system: true,
  display: (value) =>
    Array.isArray(value) ? value.map((item) => (isRecord(item) ? String(item.text ?? '') : '')).join('\n') : '',
}
