import type { FormDefinition, Sensitivity } from '../schema/form-definition.ts'
import type { DocumentPlace } from './read/office-document.ts'

/** One guess of the import, to be confirmed by the administrator. */
export interface ImportGuess {
  /** The field's path. */
  path: string
  label: string
  /** Its cell of the form's paper: row and place in the row, from 0. */
  cell: { row: number; index: number }
  /** Where it stands in the file: table, row and column from 1; table 0 is the text outside tables. */
  place: DocumentPlace
  /** The component guessed. */
  guess: string
  format?: string
  dictionary?: string
  sensitivity?: Sensitivity
  required: boolean
  /** 0 to 1. */
  confidence: number
  why: string
}

export interface ImportedForm {
  form: FormDefinition
  /** One entry a field, in the order of the paper. */
  report: ImportGuess[]
}
