/** Why an edit of the paper cannot be done; the paper stays as it is. */
export type PaperRefusal =
  /** The place is not on the paper. */
  | 'OUTSIDE'
  /** A single cell needs no merging. */
  | 'ONE_CELL'
  /** A cell holds one field. */
  | 'TWO_FIELDS'
  /** A cell cannot stand on two pages. */
  | 'ACROSS_PAGES'
  /** Only empty cells give way. */
  | 'NOT_EMPTY'
  /** A merged cell lies across the line that would move. */
  | 'MERGED_ACROSS'
  | 'LAST_ROW'
  | 'LAST_COLUMN'
  | 'TOO_MANY_ROWS'
  | 'TOO_MANY_COLUMNS'

/** An edit that was not done, and why. */
export interface Refused<Reason extends string = PaperRefusal> {
  refused: Reason
  /** What stands in the way, for the message. */
  names?: string[]
}

export function refuse<Reason extends string>(refused: Reason, names?: string[]): Refused<Reason> {
  return names ? { refused, names } : { refused }
}

export function isRefused<T extends object, Reason extends string>(
  result: T | Refused<Reason>,
): result is Refused<Reason> {
  return 'refused' in result
}
