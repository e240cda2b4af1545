/** What one step may do with a field. */
export type FieldAccess = 'hidden' | 'read' | 'edit'

/**
 * Access of a step: path -> access. A path is a field's key, or `sub-table.column` for a column of a sub-table;
 * `*` is every field not named. Without `*` a field not named is `read`.
 */
export type AccessMap = Record<string, FieldAccess>
