import fc from 'fast-check'
import { expect, it } from 'vitest'
import { jsonPlaces, lineAt, placeOf } from './json-places.ts'

it('finds every value of any JSON where it stands', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2), (value, indent) => {
      const text = JSON.stringify(value, undefined, indent)
      const places = jsonPlaces(text)
      const look = (inner: unknown, path: string[]) => {
        const place = placeOf(places, path)
        expect(place && JSON.parse(text.slice(place.from, place.to))).toEqual(JSON.parse(JSON.stringify(inner)))
        if (typeof inner === 'object' && inner !== null) {
          for (const [key, item] of Object.entries(inner)) look(item, [...path, key])
        }
      }
      look(value, [])
    }),
  )
})

it('falls back to the nearest value around, and counts lines from 1', () => {
  const text = '{\n  "a": {\n    "b": [1]\n  }\n}'
  const place = placeOf(jsonPlaces(text), ['a', 'missing', 3])
  expect(place && text.slice(place.from, place.to)).toBe('{\n    "b": [1]\n  }')
  expect(lineAt(text, place?.from ?? 0)).toBe(2)
})
