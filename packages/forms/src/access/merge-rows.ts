import type { FormValues } from '../schema/form-definition.ts'
import type { Issue } from '../schema/issue.ts'

/** What merging the rows of one sub-table needs to know of it. */
export interface MergeRow {
  title: string
  /** Whether rows may be added, removed and moved. */
  mayChangeRows: boolean
  /** Whether some column keeps its stored value, so that it matters which stored row an incoming one is. */
  hasProtected: boolean
  merge(row: FormValues, next: FormValues, index: number): FormValues
  isSame(row: FormValues, next: FormValues): boolean
}

/** Incoming rows joined with the stored ones they stand for: by `id` where they have one, else by place. */
export function mergeRows(
  table: MergeRow,
  stored: FormValues[],
  incoming: FormValues[],
  path: Issue['path'],
  issues: Issue[],
): FormValues[] {
  const byId = new Map(stored.filter((row) => row.id !== undefined).map((row) => [row.id, row]))
  const identified = byId.size > 0
  if (!table.mayChangeRows && !samePlaces(stored, incoming, identified)) {
    issues.push({ code: 'FIELD_NOT_EDITABLE', path, message: `这一步不能增减「${table.title}」的行，也不能换顺序` })
    return stored
  }
  if (!identified && table.hasProtected && incoming.length < stored.length && !isPrefix(table, stored, incoming)) {
    issues.push({ code: 'ROW_ID_REQUIRED', path, message: `「${table.title}」删了行却没有行号，请刷新后重试` })
    return stored
  }
  const seen = new Set<unknown>()
  return incoming.map((next, index) => {
    const id = next.id
    if (id !== undefined && seen.has(id)) {
      issues.push({
        code: 'DUPLICATE_ROW_ID',
        path: [...path, index],
        message: `「${table.title}」有两行的行号相同，请刷新后重试`,
      })
    }
    seen.add(id)
    const row = (id === undefined ? undefined : byId.get(id)) ?? (identified ? undefined : stored[index]) ?? {}
    const merged = table.merge(row, next, index)
    return isRowId(id) ? { ...merged, id } : merged
  })
}

function isRowId(id: unknown): id is string | number {
  return (typeof id === 'string' && id.length <= 64) || typeof id === 'number'
}

function samePlaces(stored: FormValues[], incoming: FormValues[], identified: boolean): boolean {
  if (stored.length !== incoming.length) return false
  return !identified || stored.every((row, index) => incoming[index]?.id === undefined || incoming[index].id === row.id)
}

function isPrefix(table: MergeRow, stored: FormValues[], incoming: FormValues[]): boolean {
  return incoming.every((next, index) => table.isSame(stored[index] ?? {}, next))
}
