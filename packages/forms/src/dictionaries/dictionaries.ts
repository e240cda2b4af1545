import { FormError } from '../errors.ts'
import type { DictionaryEntry, FormDefinition } from '../schema/form-definition.ts'
import { divisionTree } from './divisions.ts'
import educationLevels from './education-levels.json' with { type: 'json' }
import nationalities from './nationalities.json' with { type: 'json' }
import politicalAffiliations from './political-affiliations.json' with { type: 'json' }
import sexes from './sexes.json' with { type: 'json' }

/** The built-in code tables, by the number of their standard. Values are the standard's codes. */
const BUILT_IN: Record<string, { title: string; entries: () => DictionaryEntry[] }> = {
  'GB/T 3304': { title: '民族', entries: () => nationalities },
  'GB/T 4658': { title: '学历', entries: () => educationLevels },
  'GB/T 4762': { title: '政治面貌', entries: () => politicalAffiliations },
  'GB/T 2261.1': { title: '性别', entries: () => sexes },
  'GB/T 2260': { title: '行政区划', entries: () => divisionTree() },
}

/** Names and titles of the built-in dictionaries. */
export const DICTIONARIES: ReadonlyArray<{ name: string; title: string }> = Object.entries(BUILT_IN).map(
  ([name, { title }]) => ({ name, title }),
)

/** Whether a dictionary of that name exists, in the form or built in. */
export function hasDictionary(name: string, form?: Pick<FormDefinition, 'dictionaries'>): boolean {
  return Object.hasOwn(form?.dictionaries ?? {}, name) || Object.hasOwn(BUILT_IN, name)
}

/**
 * The entries of a dictionary; the form's own come first.
 *
 * @throws FormError `DICTIONARY_NOT_FOUND`
 */
export function dictionary(name: string, form?: Pick<FormDefinition, 'dictionaries'>): DictionaryEntry[] {
  const own = form?.dictionaries
  const entries = own && Object.hasOwn(own, name) ? own[name] : undefined
  if (entries) return entries
  if (!Object.hasOwn(BUILT_IN, name)) throw new FormError('DICTIONARY_NOT_FOUND', { name })
  return BUILT_IN[name]?.entries() ?? []
}

/** The label of a value, looked for on every level; `undefined` when the dictionary does not have it. */
export function dictionaryLabel(entries: DictionaryEntry[], value: string): string | undefined {
  for (const item of entries) {
    if (item.value === value) return item.label
    const inside = item.children && dictionaryLabel(item.children, value)
    if (inside !== undefined) return inside
  }
  return undefined
}
