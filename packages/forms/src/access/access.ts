/** What one step may do with a field. */
export type FieldAccess = 'hidden' | 'read' | 'edit'

/** As a step writes it down: `require` is `edit`, and the step is not done before something is filled in. */
export type AccessLevel = FieldAccess | 'require'

/**
 * Access of a step: path -> level. A path is a field's key, or `sub-table.column` for a column of a sub-table;
 * `*` is every field not named. Without `*` a field not named is `read`.
 */
export type AccessMap = Record<string, AccessLevel>
