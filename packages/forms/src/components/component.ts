import type { FieldSchema, FormDefinition } from '../schema/form-definition.ts'

/** One prop that `x-component-props` may set; the designer renders its editor from this. */
export interface PropDescription {
  title: string
  type: 'string' | 'number' | 'boolean' | 'enum'
  /** For `enum`. */
  options?: readonly string[]
}

/**
 * How a value stands on paper: a line of text, paragraphs, dated lines, choice boxes, a picture, a handwritten name,
 * an 意见栏 with seal, a table, or not at all.
 */
export type PrintWay = 'text' | 'prose' | 'lines' | 'boxes' | 'picture' | 'signature' | 'opinion' | 'table' | 'none'

/** What a text of another program means in a field, or why it means nothing there. */
export type ReadText = { value: unknown } | { fault: string }

/** What the core knows of a component: everything but its looks, which `@zhupi/forms/react` adds under the same name. */
export interface ComponentDescription {
  /** The name in `x-component`. */
  name: string
  title: string
  /** Types of the schema it may stand for. */
  types: ReadonlyArray<NonNullable<FieldSchema['type']>>
  /** The shape of its value, for people who write forms by hand. */
  value: string
  props: Record<string, PropDescription>
  print: PrintWay
  /** Whether only the flow writes its value (opinions); such a value never comes from outside. */
  system?: boolean
  /** @returns a Chinese sentence when a value of the right type has not the component's shape */
  check?(value: unknown, schema: FieldSchema, form: FormDefinition): string | undefined
  /**
   * The value that a cell of Excel means, as text; it is not empty. Without it a `string` is the text itself, and other types
   * cannot be pasted.
   */
  read?(text: string, schema: FieldSchema, form: FormDefinition): ReadText
  /** The value as the paper says it; `String(value)` when absent. */
  display?(value: unknown, schema: FieldSchema, form?: FormDefinition): string
}

/** Props that every component takes. */
export const COMMON_PROPS: Record<string, PropDescription> = {
  placeholder: { title: '占位文字', type: 'string' },
  allowClear: { title: '可清除', type: 'boolean' },
}
