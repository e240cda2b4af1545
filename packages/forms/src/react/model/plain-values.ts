import type { FormValues } from '../../schema/form-definition.ts'

/** Values without Formily's observable wrapping and without `undefined`: the JSON that goes to a server. */
export function plainValues(values: unknown): FormValues {
  return JSON.parse(JSON.stringify(values ?? {})) as FormValues
}

/** One value as JSON keeps it; `undefined` for what JSON has no word for. */
export function plainJson(value: unknown): unknown {
  const text = JSON.stringify(value)
  return text === undefined ? undefined : JSON.parse(text)
}

/** The value at a path of keys and row numbers. */
export function valueAt(values: unknown, path: ReadonlyArray<string | number>): unknown {
  let at = values
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = (at as Record<string | number, unknown>)[key]
  }
  return at
}
