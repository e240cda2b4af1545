import type { PaperRefusal, Refused } from '../../paper/edit/index.ts'

/** Why an edit of the form cannot be done; the words for it are in the texts of the designer. */
export type Refusal =
  | PaperRefusal
  | 'NOT_FOUND'
  | 'NO_PAPER'
  /** The key is no name FEEL reads. */
  | 'KEY_INVALID'
  | 'KEY_TAKEN'
  /** Rules of other fields read it; `names` says which. */
  | 'FIELD_IN_USE'
  /** A column stays in its table, a field outside. */
  | 'OTHER_TABLE'
  /** A component that cannot stand there: a table within a table. */
  | 'COMPONENT_NOT_HERE'
  | 'CELL_TAKEN'
  /** A column of a table has no place of its own on the paper. */
  | 'COLUMN_ON_PAPER'
  | 'LAST_FIELD_OF_TABLE'
  | 'TOO_MANY_FIELDS'
  /** The form would be wrong afterwards; `names` says how. */
  | 'WOULD_BREAK'
  | 'PASTE_INVALID'
  /** What was pasted is wider than the paper. */
  | 'PASTE_TOO_WIDE'

export type Refusing = Refused<Refusal>
