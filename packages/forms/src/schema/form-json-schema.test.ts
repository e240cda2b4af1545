import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkForm } from './check-form.ts'
import { formJsonSchema } from './form-json-schema.ts'

const ajv = new Ajv2020({ strict: false, allErrors: false })
const isRight = ajv.compile(formJsonSchema())

const root = new URL('../../../../examples/', import.meta.url)
const FORMS = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.form.json') && !path.includes('node_modules'))
  .map((path): [string, Record<string, unknown>] => [path, JSON.parse(readFileSync(new URL(path, root), 'utf8'))])

/** Issues that are of the shape alone, which an editor should show as well. */
const OF_SHAPE = new Set([
  'TYPE',
  'UNKNOWN_KEY',
  'UNKNOWN_COMPONENT',
  'UNKNOWN_PROP',
  'UNSAFE_PROP',
  'RUN_FORBIDDEN',
  'UNKNOWN_STATE',
  'UNKNOWN_FORMAT',
  'COMPONENT_TYPE',
])

describe('the JSON Schema of a form file', () => {
  it.each(FORMS)('takes %s, as the parser does', (_, form) => {
    expect(checkForm(form)).toEqual([])
    expect(isRight(form), JSON.stringify(isRight.errors?.slice(0, 3))).toBe(true)
  })

  it('refuses what the parser refuses for its shape, and nothing that the parser takes', () => {
    const places = FORMS.flatMap(([, form]) => placesOf(form).map((path) => ({ form, path })))
    const value = fc.constantFrom<unknown>('x', '{{ 1 = 1 }}', 7, -1, true, null, [], {}, ['x'], { run: 'x' }, { x: 1 })
    const key = fc.constantFrom('x', 'onClick', 'run', 'x-visible', 'items', 'enum', 'rowSpan', 'required', 'title')
    fc.assert(
      fc.property(fc.constantFrom(...places), value, key, fc.boolean(), ({ form, path }, next, name, adds) => {
        const changed = withChange(form, path, next, adds ? name : undefined)
        const issues = checkForm(changed)
        const taken = isRight(changed)
        if (issues.length === 0) expect(taken, JSON.stringify(isRight.errors?.slice(0, 3))).toBe(true)
        if (issues.some(({ code, message }) => OF_SHAPE.has(code) && !message.includes('脚本')))
          expect(taken, JSON.stringify(issues)).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['a field without its component', { 'x-component': 'Nothing' }],
    ['a component on the wrong type', { type: 'number', 'x-component': 'TextArea' }],
    ['a prop that the component has not', { 'x-component': 'Input', 'x-component-props': { onClick: 'x' } }],
    ['a program', { 'x-reactions': { fulfill: { run: 'x' } } }],
    ['an expression where text belongs', { title: '{{ 1 }}' }],
    ['a format nobody knows', { 'x-validator': [{ format: 'nothing' }] }],
  ])('refuses %s', (_, field) => {
    const form = { key: 'a', title: '甲', schema: { type: 'object', properties: { 甲: field } } }
    expect(isRight(form)).toBe(false)
    expect(checkForm(form)).not.toEqual([])
  })
})

type Path = Array<string | number>

function placesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [
    path,
    ...Object.entries(value).flatMap(([key, inner]) =>
      placesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ]
}

/** A copy with another value at a place, or with another entry in what stands there. */
function withChange(form: unknown, path: Path, next: unknown, name: string | undefined): unknown {
  const copy = structuredClone({ form }) as Record<string, unknown>
  const full: Path = ['form', ...path]
  let at = copy as Record<string | number, unknown>
  for (const key of full.slice(0, -1)) at = at[key] as Record<string | number, unknown>
  const last = full[full.length - 1] as string | number
  const inside = at[last]
  if (name !== undefined && typeof inside === 'object' && inside !== null && !Array.isArray(inside)) {
    at[last] = { ...inside, [name]: next }
  } else at[last] = next
  return copy.form
}
