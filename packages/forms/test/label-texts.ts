import { type FormDefinition, layout } from '../src/index.ts'
import { fieldAt } from '../src/schema/walk-fields.ts'

/** The lines of every label, title, opinion and note that an empty paper shows, row by row, as the original has them. */
export function labelTexts(form: FormDefinition): string[] {
  const { paper } = form
  if (!paper) return []
  const cells = layout(paper).cells.flatMap(({ cell }) => {
    const field = cell.field === undefined ? undefined : fieldAt(form, cell.field)?.schema
    if (field?.['x-component'] === 'Opinion') return [cell.text || field.title || '']
    return cell.text?.split('\n') ?? []
  })
  return [paper.caption ?? '', paper.title, ...cells, ...(paper.notes ?? [])].filter((text) => text !== '')
}
