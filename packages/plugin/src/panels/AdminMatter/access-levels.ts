/** What a step may do with a field, as the diagram says it: `require` is `edit`, and it must be filled in. */
export const LEVELS = ['hidden', 'read', 'edit', 'require'] as const

/** A step's access with one level set. A field with the level of the others (`*`) needs no line of its own, a column does. */
export function withLevel(access: Record<string, string>, path: string, level: string): Record<string, string> {
  if (path === '*') return { ...access, '*': level }
  const { [path]: _, ...rest } = access
  const isColumn = path.includes('.')
  return level === '' || (!isColumn && level === (access['*'] ?? 'read')) ? rest : { ...rest, [path]: level }
}

/** The level a path has without a line of its own: of its table, else of the others. */
export function inheritedLevel(access: Record<string, string>, path: string): string {
  const dot = path.lastIndexOf('.')
  if (dot < 0) return access['*'] ?? 'read'
  const outer = access[path.slice(0, dot)] ?? inheritedLevel(access, path.slice(0, dot))
  return outer === 'require' ? 'edit' : outer
}
