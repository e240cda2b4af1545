import { Schema } from '@formily/react'
import { expect, it } from 'vitest'
import './index.ts'

it('reads the expressions of any Formily schema as FEEL, and never as JavaScript', () => {
  const schema = new Schema({ type: 'string', 'x-component': 'Input', title: '{{ globalThis.hacked = 1 }}' })
  schema.compile({ $values: {} })
  expect(Object.hasOwn(globalThis, 'hacked')).toBe(false)
  const visible = new Schema({ type: 'string', title: '{{ if 层次 = "A" then "省级" else "市级" }}' })
  expect(visible.compile({ $values: { 层次: 'A' } }).title).toBe('省级')
})
