import { expect, it } from 'vitest'
import { uuidV7 } from './uuid-v7.ts'

it('makes ids of version 7 whose text order is the order of making', () => {
  const ids = Array.from({ length: 10_000 }, uuidV7)
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids.slice(0, 10)) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  }
})
