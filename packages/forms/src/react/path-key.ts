import type { ValuePath } from './fields/field-description.ts'

/** A path as one string, the way access maps and highlights name fields: `明细.0.金额`. */
export function pathKey(path: ValuePath): string {
  return path.join('.')
}

/** A path without row numbers, the way a schema and an access map name a column: `明细.金额`. */
export function fieldKey(path: ValuePath): string {
  return path.filter((part) => typeof part === 'string').join('.')
}

/** Whether `path` is `parent` or lies below it. */
export function isBelow(path: ValuePath, parent: ValuePath): boolean {
  return parent.every((part, index) => path[index] === part)
}
