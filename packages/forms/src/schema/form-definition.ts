/**
 * The types of a form file: a plain Formily JSON Schema in our envelope, with the paper it is printed on.
 * Every key of a schema is Formily's own except `x-format`, `x-sensitivity` and `x-dictionary`.
 */

/** A JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** The values of a form: field key -> value; a sub-table is an array of such records. */
export type FormValues = Record<string, unknown>

/** `{{ FEEL }}` in a string, or the plain value. */
export type Expressible<T> = T | string

/** One field, section or sub-table. Keys are Formily's (https://formilyjs.org, `ISchema`); ours are the last three. */
export interface FieldSchema {
  type?: 'string' | 'number' | 'boolean' | 'array' | 'object' | 'void'
  title?: string
  description?: string
  default?: Json
  enum?: Array<string | number | boolean | { label: string; value: string | number | boolean }>
  required?: Expressible<boolean>
  properties?: Record<string, FieldSchema>
  items?: FieldSchema
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  pattern?: string
  'x-index'?: number
  'x-component'?: string
  'x-component-props'?: Record<string, Json>
  'x-decorator'?: string
  'x-decorator-props'?: Record<string, Json>
  'x-validator'?: Validator | Validator[]
  'x-visible'?: Expressible<boolean>
  'x-disabled'?: Expressible<boolean>
  'x-read-only'?: Expressible<boolean>
  'x-value'?: string
  'x-reactions'?: Reaction | Reaction[]
  'x-format'?: string
  'x-sensitivity'?: Sensitivity
  'x-dictionary'?: string
}

/** A rule on one value: a format's name, a pattern, or FEEL in `{{ }}` that is true when the value is right. */
export type Validator = string | { format?: string; pattern?: string; rule?: string; message?: string }

/** `dependencies` become the names `$deps`; every expression of `fulfill.state` is FEEL. */
export interface Reaction {
  dependencies?: string[]
  when?: string
  fulfill?: { state?: Record<string, Json> }
  otherwise?: { state?: Record<string, Json> }
}

/** What a value tells about a person; decides how it is masked. */
export type Sensitivity = 'identity' | 'phone' | 'email' | 'address' | 'name' | 'bank'

/** The root of a form: an object of fields. */
export interface FormSchema extends FieldSchema {
  type: 'object'
  properties: Record<string, FieldSchema>
}

/** One cell of the paper grid: fixed text (`\n` breaks a line), or the place of a field by its key; both: text, then the field. */
export interface PaperCell {
  text?: string
  /** A field's path: `姓名`, `学习工作简历`. */
  field?: string
  rowSpan?: number
  colSpan?: number
  /** Widths of the columns of the sub-table in it, relative to each other; as many as it has columns. */
  columns?: number[]
}

/** The official table on A4. */
export interface Paper {
  size: 'A4'
  orientation?: 'portrait' | 'landscape'
  /** Printed on both sides: the number of pages is made even. */
  duplex?: boolean
  /** Stands above the title at the left: 附件1. */
  caption?: string
  title: string
  /** Widths of the columns, relative to each other. */
  columns: number[]
  rows: PaperCell[][]
  /** Minimum heights of the rows in millimetres; a missing one is 10. */
  heights?: number[]
  /** Index of rows that begin a new page (the back side of a duplex sheet). */
  breakBefore?: number[]
  /** Lines below the table: 备注. */
  notes?: string[]
}

export interface DictionaryEntry {
  value: string
  label: string
  children?: DictionaryEntry[]
}

/** A form as the parser returns it: checked, frozen, safe to render. */
export interface FormDefinition {
  /** `^[a-z][a-z0-9-]*$` */
  key: string
  title: string
  schema: FormSchema
  paper?: Paper
  /** Dictionaries of this form's own; `x-dictionary` looks here first, then in the built-in ones. */
  dictionaries?: Record<string, DictionaryEntry[]>
}
