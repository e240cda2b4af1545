import { componentOf } from '../../components/components.ts'
import type { FormDefinition, PaperCell } from '../../schema/form-definition.ts'
import type { FieldPlace } from '../../schema/walk-fields.ts'
import { cellKind } from '../paper/cell-kind.ts'

/** A field in a section of the narrow layout. */
export interface StackedField {
  place: FieldPlace
  /** Text that stands with the field on the paper: a pledge above its signature. */
  lead?: string
}

export interface StackSection {
  title: string
  fields: StackedField[]
}

/**
 * The same fields in one column: a heading across the paper begins a section and the order is that of the paper.
 * Fields without a place on it follow, by the sections of the schema. 意见栏 are not among them.
 */
export function stackSections(definition: FormDefinition, places: FieldPlace[]): StackSection[] {
  const left = new Map(places.filter((place) => !componentOf(place.schema).system).map((place) => [place.path, place]))
  const sections: StackSection[] = []
  const { paper } = definition
  for (const cell of paper?.rows.flat() ?? []) {
    if (paper && cellKind(cell, paper) === 'band') sections.push({ title: cell.text ?? '', fields: [] })
    const place = cell.field === undefined ? undefined : left.get(cell.field)
    if (!place) continue
    if (sections.length === 0) sections.push({ title: definition.title, fields: [] })
    sections[sections.length - 1]?.fields.push({ place, ...leadOf(cell) })
    left.delete(place.path)
  }
  for (const place of left.values()) {
    const title = place.sections[0]?.title ?? (paper ? '其他信息' : definition.title)
    const section = sections.find((candidate) => candidate.title === title)
    if (section) section.fields.push({ place })
    else sections.push({ title, fields: [{ place }] })
  }
  return sections.filter((section) => section.fields.length > 0)
}

/** A short text in the cell of a field is its label, which the field's title says already. */
function leadOf(cell: PaperCell): { lead?: string } {
  return cell.text !== undefined && cell.text.length > 12 ? { lead: cell.text } : {}
}
