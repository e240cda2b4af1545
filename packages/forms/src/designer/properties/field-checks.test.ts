import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FORMATS, parseForm, validateValues } from '../../index.ts'
import { checkFault, checksOf, type FieldCheck, validatorsOf } from './field-checks.ts'

const asked = fc.oneof(
  fc.record({ kind: fc.constant('format' as const), asked: fc.constantFrom(...FORMATS.map(({ name }) => name)) }),
  fc.record({ kind: fc.constant('pattern' as const), asked: fc.constantFrom('^a+$', '^\\d{3}$', '甲|乙') }),
  fc.record({ kind: fc.constant('rule' as const), asked: fc.constantFrom('$self.value = "a"', '1 = 1') }),
)
const checks = fc.array(
  fc.tuple(asked, fc.constantFrom('', '请写三位数')).map(([one, message]): FieldCheck => ({ ...one, message })),
  { maxLength: 5 },
)

it('are written into the form and read back the same', () => {
  fc.assert(
    fc.property(checks, (list) => {
      const validators = validatorsOf(list)
      const field = { type: 'string' as const, title: '甲', ...(validators && { 'x-validator': validators }) }
      const form = parseForm({ key: 'a', title: '甲', schema: { type: 'object', properties: { 甲: field } } })
      expect(checksOf(form.schema.properties.甲 ?? {})).toEqual(list)
    }),
  )
})

it('reads the short ways of writing a check as well', () => {
  expect(checksOf({ 'x-validator': 'email' })).toEqual([{ kind: 'format', asked: 'email', message: '' }])
  expect(checksOf({ 'x-validator': ['{{ 1 = 1 }}', { format: 'email', pattern: '^a', message: '不对' }] })).toEqual([
    { kind: 'rule', asked: '1 = 1', message: '' },
    { kind: 'format', asked: 'email', message: '不对' },
    { kind: 'pattern', asked: '^a', message: '不对' },
  ])
})

it('finds a pattern that would never end, and markup in a message', () => {
  expect(checkFault({ kind: 'pattern', asked: '(a+)+$', message: '' })).toContain('正则不能用')
  expect(checkFault({ kind: 'pattern', asked: '[', message: '' })).toContain('正则不能用')
  expect(checkFault({ kind: 'format', asked: 'email', message: '<b>不对</b>' })).toContain('不能写脚本')
  expect(checkFault({ kind: 'pattern', asked: '^\\d{3}$', message: '' })).toBeUndefined()
})

it('hold when the form is filled', () => {
  const validators = validatorsOf([{ kind: 'pattern', asked: '^\\d{3}$', message: '请写三位数' }])
  const field = { type: 'string' as const, title: '甲', ...(validators && { 'x-validator': validators }) }
  const form = parseForm({ key: 'a', title: '甲', schema: { type: 'object', properties: { 甲: field } } })
  expect(validateValues(form, { 甲: '12' }).issues.map(({ message }) => message)).toEqual(['「甲」请写三位数'])
})
