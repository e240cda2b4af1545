import type { Directory } from '../../ports/directory/directory.ts'

const SHOWN = 5

/** People by their names, for a line of the history: 甲、乙等 7 人. */
export function namePeople(ids: readonly string[], directory: Directory): string {
  const names = ids.slice(0, SHOWN).map((id) => directory.person(id)?.name ?? id)
  return ids.length > SHOWN ? `${names.join('、')}等 ${ids.length} 人` : names.join('、')
}
