import type { AccessLevel, AccessMap, FieldAccess } from './access.ts'

/**
 * What a step may do with the field at a path.
 *
 * A column that is not named does what its table does; a table or field that is not named does what `*` says, else `read`.
 * What lies in something hidden is hidden. Without a map everything is `edit` (the form by itself, outside a flow).
 */
export function accessOf(map: AccessMap | undefined, path: string): FieldAccess {
  return plain(levelOf(map, path))
}

/** The same as it is written down: a table that must be filled in wants a row, not every column. */
export function levelOf(map: AccessMap | undefined, path: string): AccessLevel {
  if (!map) return 'edit'
  const dot = path.lastIndexOf('.')
  const outer = dot > 0 ? accessOf(map, path.slice(0, dot)) : undefined
  if (outer === 'hidden') return 'hidden'
  return own(map, path) ?? outer ?? own(map, '*') ?? 'read'
}

function plain(level: AccessLevel): FieldAccess {
  return level === 'require' ? 'edit' : level
}

function own(map: AccessMap, path: string): AccessLevel | undefined {
  return Object.hasOwn(map, path) ? map[path] : undefined
}
