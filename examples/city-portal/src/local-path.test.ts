import { expect, it } from 'vitest'
import { localPath } from './local-path.ts'

it.each(['/', '/approvals', '/interaction/abc?x=1'])('keeps %s', (path) => {
  expect(localPath(path)).toBe(path)
})

it.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/a\r\nSet-Cookie: x',
  undefined,
])('sends %j home', (path) => {
  expect(localPath(path)).toBe('/')
})
