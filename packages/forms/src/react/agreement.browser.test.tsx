import { createForm, type Field } from '@formily/core'
import { createSchemaField, FormProvider, type ISchema } from '@formily/react'
import fc from 'fast-check'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { describe, expect, it } from 'vitest'
import { formOf, mountForm } from '../../test/mount-form.tsx'
import { randomForms, randomValues } from '../../test/random-forms.ts'
import {
  type FieldSchema,
  type FormDefinition,
  type FormValues,
  type ValidatedValues,
  validateValues,
} from '../index.ts'
import type { FormHandle } from './index.ts'

/*
 * What the browser shows is what the server decides: for random forms and values FormView, Formily's own renderer and
 * `validateValues` agree on the fields that are there, on computed values and on what is wrong.
 */

function Input() {
  return <input aria-label="field" />
}
const SchemaField = createSchemaField({ components: { Input } })

const KEYS = ['甲', '乙', '丙', '丁', '戊']
const WORDS = ['', 'A', 'B', '138', '13853300000', '很长很长的一段']

/** A condition on a field that comes earlier, so that nothing goes in circles. */
const condition = (earlier: string[]) =>
  fc.tuple(fc.constantFrom(...earlier), fc.constantFrom('A', 'B', 'C')).map(([key, word]) => `{{ ${key} = "${word}" }}`)

function field(key: string, earlier: string[]): fc.Arbitrary<FieldSchema> {
  const rules = earlier.length > 0 ? fc.option(condition(earlier), { nil: undefined }) : fc.constant(undefined)
  return fc
    .record({
      visible: rules,
      computed: fc.boolean(),
      required: fc.boolean(),
      format: fc.constantFrom(undefined, 'mobile'),
      maxLength: fc.constantFrom(undefined, 3),
    })
    .map(({ visible, computed, required, format, maxLength }) => ({
      type: 'string' as const,
      title: key,
      required,
      'x-component': 'Input',
      ...(visible ? { 'x-visible': visible } : {}),
      ...(format ? { 'x-format': format } : {}),
      ...(maxLength ? { maxLength } : {}),
      // Formily gives a computed value even to a field that is not there; ours has none, so the two are kept apart.
      ...(computed && !visible && earlier[0] ? { 'x-value': `{{ if ${earlier[0]} = "A" then "B" else "A" }}` } : {}),
    }))
}

const forms: fc.Arbitrary<FormDefinition> = fc
  .tuple(...KEYS.map((key, index) => field(key, KEYS.slice(0, index))))
  .map((fields) => formOf(Object.fromEntries(fields.map((schema, index) => [KEYS[index] ?? '', schema]))))

const values: fc.Arbitrary<FormValues> = fc.dictionary(fc.constantFrom(...KEYS), fc.constantFrom(...WORDS))

/** What the server says: the fields that are there, and the messages at each. */
function decided(form: FormDefinition, given: FormValues) {
  const result = validateValues(form, given)
  const shown = KEYS.filter((key) => result.visible[key])
  const messages = result.issues.map(({ path, message }) => `${path[0]} ${message.replace(/^「.*?」/, '')}`)
  return { shown, messages, values: result.values }
}

/** What stands in the page. */
function seen(element: HTMLElement) {
  const fields = [...element.querySelectorAll<HTMLElement>('[data-zp-path]')]
  const messages = fields.flatMap((place) =>
    [...place.querySelectorAll('.zp-message > div > div')].map((line) => `${place.dataset.zpPath} ${line.textContent}`),
  )
  return { shown: fields.map((place) => place.dataset.zpPath), messages }
}

describe('agreement with the server', () => {
  it('FormView shows the fields and the errors that validateValues decides, and so after a change', async () => {
    await fc.assert(
      fc.asyncProperty(forms, values, values, async (form, before, after) => {
        const { handle, element, update } = await mountForm({ form, values: before })
        handle.validate()
        await expect.poll(() => seen(element)).toEqual(pick(decided(form, before)))
        update({ values: after })
        await expect.poll(() => seen(element)).toEqual(pick(decided(form, after)))
        await expect.poll(handle.values).toEqual(decided(form, after).values)
      }),
      { numRuns: 25 },
    )
  })

  it('FormView says the same of sections, rules, reactions and sub-tables, and so after changes', async () => {
    await fc.assert(
      fc.asyncProperty(randomForms, fc.array(randomValues, { minLength: 1, maxLength: 4 }), async (form, steps) => {
        const [first = {}, ...later] = steps
        const { handle, update } = await mountForm({ form, values: first })
        expect(judged(handle)).toEqual(plain(validateValues(form, first)))
        for (const values of later) {
          update({ values })
          await expect.poll(() => judged(handle)).toEqual(plain(validateValues(form, values)))
        }
      }),
      { numRuns: 25 },
    )
  })

  it("Formily's own renderer shows the same fields and computes the same values from the same file", () => {
    fc.assert(
      fc.property(forms, values, (form, given) => {
        const model = createForm<FormValues>({ values: structuredClone(given) })
        const element = document.createElement('div')
        const root = createRoot(element)
        flushSync(() =>
          root.render(
            <FormProvider form={model}>
              <SchemaField schema={structuredClone(form.schema) as ISchema} />
            </FormProvider>,
          ),
        )
        const shown = KEYS.filter((key) => (model.query(key).take() as Field).display === 'visible')
        const computed = KEYS.filter((key) => form.schema.properties[key]?.['x-value'] && shown.includes(key))
        const server = decided(form, given)
        expect(shown).toEqual(server.shown)
        for (const key of computed) expect(model.values[key]).toEqual(server.values[key])
        root.unmount()
      }),
      { numRuns: 100 },
    )
  })
})

function judged(handle: FormHandle) {
  return plain({ issues: handle.validate(), values: handle.values() })
}

/** As it goes to a server. */
function plain({ issues, values }: Pick<ValidatedValues, 'issues' | 'values'>): unknown {
  return JSON.parse(JSON.stringify({ issues, values }))
}

function pick({ shown, messages }: ReturnType<typeof decided>) {
  return { shown, messages }
}
