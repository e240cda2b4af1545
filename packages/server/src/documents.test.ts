import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { documents } from './documents.ts'

it.each(Object.entries(documents()))('docs/%s is what the code says', (name, text) => {
  expect(readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8')).toBe(text)
})
