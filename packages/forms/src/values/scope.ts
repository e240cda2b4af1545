import type { FormValues } from '../schema/form-definition.ts'

/** The values an expression sees: those of its level, then those of the levels around it. */
export interface Scope {
  values: FormValues
  /** The fields of the level; they hide those of the same name outside even where they have no value. */
  keys: ReadonlySet<string>
  up: Scope | undefined
}

/** The value of a name; `undefined` where no level has such a field. */
export function lookUp(scope: Scope, name: string): unknown {
  for (let at: Scope | undefined = scope; at; at = at.up) {
    if (at.keys.has(name)) return Object.hasOwn(at.values, name) ? at.values[name] : null
  }
  return undefined
}

/** The value at a path as Formily writes it in `dependencies`; null where there is none. */
export function valueAt(scope: Scope, path: string): unknown {
  const [name = '', ...rest] = path.split('.')
  let at = lookUp(scope, name)
  for (const key of rest) {
    at = typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : null
  }
  return at ?? null
}

/** The first name of a path. */
export function root(path: string): string {
  return path.split('.')[0] ?? path
}
