import type { Paper } from '../../schema/form-definition.ts'
import { closedArea, isInside } from './area.ts'
import { type Area, type CellContent, cellsIn, type GridCell, gridOf } from './grid.ts'
import { type Refused, refuse } from './refused.ts'
import { replaceArea } from './replace-area.ts'

/** Makes one cell of all that have a part in an area: their texts below each other, and the one field among them. */
export function mergeCells(paper: Paper, area: Area): Paper | Refused {
  const grid = gridOf(paper)
  if (!isInside(grid, area)) return refuse('OUTSIDE')
  const whole = closedArea(grid, area)
  const cells = cellsIn(grid, whole)
  if (cells.length < 2) return refuse('ONE_CELL')
  const content = joined(cells)
  return 'refused' in content ? content : replaceArea(paper, whole, [{ ...whole, content }])
}

function joined(cells: GridCell[]): CellContent | Refused {
  const fields = cells.flatMap(({ content }) => content.field ?? [])
  if (fields.length > 1) return refuse('TWO_FIELDS', fields)
  const text = cells
    .map(({ content }) => content.text ?? '')
    .filter((line) => line !== '')
    .join('\n')
  return { ...(text !== '' && { text }), ...(fields[0] !== undefined && { field: fields[0] }) }
}
