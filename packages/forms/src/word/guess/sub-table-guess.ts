import type { FieldSchema } from '../../schema/form-definition.ts'
import { createFieldNames } from './field-names.ts'
import type { FieldGuess } from './guess-field.ts'

export interface TableColumn {
  /** Ends in `*` when marked as required. */
  title: string
  guess: FieldGuess
}

const MOST_SHOWN = 30

/** The keys of the columns, in order. */
export function columnKeys(columns: readonly TableColumn[]): string[] {
  const names = createFieldNames()
  return columns.map(({ title }) => names.take(title.replace(/\*/g, ''), []).key)
}

/** A sub-table of columns. @param least empty rows of the paper */
export function subTableGuess(columns: readonly TableColumn[], least: number): FieldGuess {
  const keys = columnKeys(columns)
  const properties: Record<string, FieldSchema> = {}
  for (const [index, { title, guess }] of columns.entries()) {
    const plain = title.replace(/\*/g, '')
    properties[keys[index] ?? plain] = {
      ...guess.schema,
      title: plain,
      ...(title.endsWith('*') ? { required: true } : {}),
    }
  }
  return {
    schema: {
      type: 'array',
      'x-component': 'SubTable',
      ...(least > 0 ? { 'x-component-props': { minRows: Math.min(least, MOST_SHOWN) } } : {}),
      items: { type: 'object', properties },
    },
    confidence: least >= 2 ? 0.95 : 0.8,
    why: `表头下有 ${least} 个空行，列：${columns.map(({ title }) => title.replace(/\*/g, '')).join('、')}`,
  }
}
