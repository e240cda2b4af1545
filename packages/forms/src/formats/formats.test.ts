import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dictionary } from '../dictionaries/dictionaries.ts'
import { divisionName, divisionOptions } from '../dictionaries/divisions.ts'
import { creditCodeCheckCharacter } from './credit-code.ts'
import { formatNamed } from './formats.ts'
import { residentIdCheckCharacter, residentIdFacts } from './resident-id.ts'

const check = (name: string, value: string) => formatNamed(name)?.check(value)

const id = fc
  .record({
    birth: fc.date({ min: new Date('1900-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }),
    sequence: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ birth, sequence }) => {
    const digits = `370303${birth.toISOString().slice(0, 10).replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
    return digits + residentIdCheckCharacter(digits)
  })

describe('resident-id', () => {
  it('takes the number of GB 11643 and tells its facts', () => {
    expect(check('resident-id', '11010519491231002X')).toBeUndefined()
    expect(residentIdFacts('11010519491231002X')).toEqual({ birthDate: '1949-12-31', sex: '2' })
  })

  it('finds every single wrong digit', () => {
    fc.assert(
      fc.property(id, fc.nat(16), fc.integer({ min: 1, max: 9 }), (value, place, shift) => {
        expect(check('resident-id', value)).toBeUndefined()
        const wrong = value.slice(0, place) + String((Number(value[place]) + shift) % 10) + value.slice(place + 1)
        expect(check('resident-id', wrong)).toBeDefined()
      }),
    )
  })

  it.each([
    '',
    '37030319860101',
    '110105194912310021',
    '99010519491231002X',
    '11010519490231002X',
    '11010519491231002x',
  ])('refuses %s', (value) => {
    expect(check('resident-id', value)).toMatch(/身份证号/)
  })
})

describe('credit-code', () => {
  it('takes a code with the right check character, and no other', () => {
    const body = '91370300MA3C00000'
    const last = creditCodeCheckCharacter(body)
    expect(check('credit-code', body + last)).toBeUndefined()
    expect(check('credit-code', body + (last === '0' ? '1' : '0'))).toMatch(/校验码/)
    expect(check('credit-code', `9137030OMA3C00000${last}`)).toMatch(/不含 I、O/)
  })
})

it.each([
  ['mobile', '13812345678', '12812345678'],
  ['phone', '0533-3183456', '0533-'],
  ['email', 'xx@example.com', 'xx@example'],
  ['passport', 'E12345678', 'PASSPORT'],
  ['division', '370371', '370399'],
  ['document-number', '淄人社发〔2022〕13号', '淄人社发[2022]13号'],
  ['resident-id-or-passport', 'E12345678', '110105194912310021'],
])('%s takes %s and not %s', (name, right, wrong) => {
  expect(check(name, right)).toBeUndefined()
  expect(check(name, wrong)).toBeDefined()
})

it('has the entries of the standards', () => {
  const count = (name: string) => dictionary(name).length
  expect([count('GB/T 3304'), count('GB/T 4762'), count('GB/T 2261.1'), count('GB/T 2260')]).toEqual([58, 13, 4, 34])
})

it('names divisions, functional zones among them', () => {
  expect(divisionName('370303', 'full')).toBe('山东省淄博市张店区')
  expect(divisionName('370300', 'short')).toBe('山东淄博')
  expect(divisionName('450000', 'short')).toBe('广西')
  expect(divisionOptions('370300').map((option) => option.label)).toEqual(
    '淄川区 张店区 博山区 临淄区 周村区 桓台县 高青县 沂源县 高新区 经济开发区 文昌湖'.split(' '),
  )
})
