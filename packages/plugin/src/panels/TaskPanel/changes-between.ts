import { displayValue, type FormDefinition, walkFields } from '@zhupi/forms'
import type { Change } from '../../components/Changes.tsx'

type Values = Record<string, unknown>

/** What differs between two sets of values, in the words of the form. */
export function changesBetween(form: FormDefinition, before: Values, after: Values): Change[] {
  const top = [...walkFields(form)].filter((place) => !place.parent)
  return top
    .filter(({ path }) => JSON.stringify(before[path]) !== JSON.stringify(after[path]))
    .map(({ path, schema }) => ({
      path,
      title: schema.title ?? path,
      before: displayValue(schema, before[path], form),
      after: displayValue(schema, after[path], form),
    }))
}
