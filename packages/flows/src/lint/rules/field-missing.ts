import { attribute, extensionsOf } from '../../definition/moddle-element.ts'
import type { Node } from '../diagram.ts'
import { nameOf, type Rule } from '../rule.ts'

/** A step that speaks of a field which the form does not have. */
export const fieldMissing: Rule = {
  name: 'field-missing',
  severity: 'error',
  check({ nodes }, report, { fields }) {
    if (!fields) return
    const known = new Set(fields)
    for (const node of nodes) {
      for (const { key, path } of fieldsOf(node)) {
        if (known.has(key)) continue
        report(node.id, {
          message: {
            zh: `${nameOf(node)}：表单里没有字段“${key}”。`,
            en: `${nameOf(node)}: the form has no field “${key}”.`,
          },
          help: {
            zh: '改成表单里字段的 key，或者把这一行删去。',
            en: 'Write the key of a field of the form, or delete this line.',
          },
          path,
        })
      }
    }
  },
}

function fieldsOf({ element }: Node): { key: string; path: (string | number)[] }[] {
  const access = extensionsOf(element, 'zhupi:Fields')
    .flatMap(({ fields }) => fields ?? [])
    .flatMap((field) => attribute(field, 'key') ?? [])
    .filter((key) => key !== '*')
    .map((key) => ({ key, path: ['zhupi:fields', key] }))
  const people = extensionsOf(element, 'zhupi:People').flatMap((rule, index) => {
    const key = attribute(rule, 'from') === 'field' ? attribute(rule, 'value') : undefined
    return key === undefined || key.includes('{{') ? [] : [{ key, path: ['zhupi:people', index] }]
  })
  return [...access, ...people]
}
