import type { FieldSchema } from '../../schema/form-definition.ts'
import type { FieldGuess } from './guess-field.ts'

/** The sum of a column of the last sub-table. */
export function sumGuess(properties: Record<string, FieldSchema>, column: string): FieldGuess | undefined {
  const [key, table] = tablesOf(properties).at(-1) ?? []
  const summed = table?.items?.properties?.[column]
  if (!key || !summed) return undefined
  return {
    schema: {
      type: 'number',
      'x-component': summed['x-component'] ?? 'NumberPicker',
      'x-read-only': true,
      'x-value': `{{ sum(${key}.${column}) }}`,
    },
    confidence: 0.8,
    why: `明细下的合计：“${summed.title ?? column}”一列求和`,
  }
}

function tablesOf(properties: Record<string, FieldSchema>): Array<[string, FieldSchema]> {
  return Object.entries(properties).flatMap((entry) => {
    if (entry[1].type === 'void') return tablesOf(entry[1].properties ?? {})
    return entry[1]['x-component'] === 'SubTable' ? [entry] : []
  })
}
