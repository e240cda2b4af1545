import { eachOf, wholeOf } from '../definition/element-key.ts'

/**
 * Which id of the older version is which of the newer, for elements and sequence flows alike. What is not named has the
 * same id in both, or no place in the newer. `null`: a token that stands there is given up. A step may also be a sequence
 * flow of the newer version: a token that stands there goes on along it.
 */
export type MigrationMapping = Readonly<Record<string, string | null>>

/** The id in the newer version; null: given up; undefined: it has no place there. */
export function mapped(
  mapping: MigrationMapping,
  things: Readonly<Record<string, unknown>>,
  id: string,
): string | null | undefined {
  const named = nameIn(mapping, id)
  return named === null || (named !== undefined && Object.hasOwn(things, named)) ? named : undefined
}

/** What a marker repeats goes where its activity goes, unless it is named itself. */
function nameIn(mapping: MigrationMapping, id: string): string | null | undefined {
  if (Object.hasOwn(mapping, id)) return mapping[id]
  const whole = wholeOf(id)
  const now = whole !== undefined && Object.hasOwn(mapping, whole) ? mapping[whole] : undefined
  return typeof now === 'string' ? eachOf(now) : now === null ? null : id
}
