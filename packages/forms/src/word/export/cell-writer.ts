import type { FormDefinition, FormValues } from '../../schema/form-definition.ts'
import type { Pictures } from './pictures.ts'
import type { ParagraphStyle } from './word-xml.ts'

/** What the cells of one document share. */
export interface CellWriter {
  form: FormDefinition
  values: FormValues
  /** The empty form, to be filled in by hand: it says where to sign. */
  blank: boolean
  pictures: Pictures
  /** The picture of a file as a `data:` URI. */
  asset(fileId: string): string | undefined
  /** How labels and fixed text, values, and prose are set. */
  label: ParagraphStyle
  value: ParagraphStyle
  prose: ParagraphStyle
  /** Numbers the seals. */
  nextSeal(): number
}
