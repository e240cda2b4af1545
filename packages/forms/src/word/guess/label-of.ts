import { clean, type FormCell, isBlank, isText, type Neighbours } from './form-cell.ts'
import { cleanLabel } from './label.ts'

const LONGEST = 60

/** What names an empty cell. */
export interface FoundLabel {
  text: string
  cell: FormCell
  /** Labels around it that tell it from others of the same name, the nearest first. */
  contexts: string[]
}

/**
 * The label of a cell: the text at its left; under the head of a column the head, with the row's label before it where both count; else
 * the text above.
 */
export function labelOf(cells: Neighbours, cell: FormCell): FoundLabel | undefined {
  const left = cells.left(cell)
  const beside = isLabel(left) && left.row <= cell.row ? left : undefined
  const head = headOf(cells, cell)
  if (beside && head && isMatrix(cells, cell, head)) {
    return { text: joined(beside, head), cell: head, contexts: [] }
  }
  if (beside && (!head || beside.rowSpan <= cell.rowSpan)) {
    return { text: beside.text, cell: beside, contexts: groupsOf(cells, beside) }
  }
  if (!head) return undefined
  const row = rowLabel(cells, cell)
  if (row && row !== beside) return { text: joined(row, head), cell: head, contexts: [] }
  return { text: head.text, cell: head, contexts: beside ? [cleanLabel(beside.text)] : [] }
}

/** The label of a row before that of a column; 合计 under 合计 is said once. */
function joined(row: FormCell, head: FormCell): string {
  const [before, after] = [cleanLabel(row.text), cleanLabel(head.text)]
  return before === after ? after : `${before}${after}`
}

/** Whether a text tells only how to fill in what it stands at. */
export function isHint(text: string): boolean {
  return /^[（(【][^（(]{2,80}[）)】]$/.test(clean(text))
}

function isLabel(cell: FormCell | undefined): cell is FormCell {
  return isText(cell) && clean(cell.text).length <= LONGEST && !cell.text.includes('□')
}

/** The head of the column a cell stands in, other empty cells between. */
function headOf(cells: Neighbours, cell: FormCell): FormCell | undefined {
  for (let row = cell.row - 1; row >= 0; ) {
    const above = cells.at(row, cell.col)
    if (!above || above.col !== cell.col || above.colSpan !== cell.colSpan) return undefined
    const hint = isHint(above.text) && isLabel(cells.above(above))
    if (!isBlank(above) && !hint) return isLabel(above) && !isLabelOfRight(cells, above) ? above : undefined
    row = above.row - 1
  }
  return undefined
}

/** Whether a text names the empty cell at its right rather than what is below. */
function isLabelOfRight(cells: Neighbours, cell: FormCell): boolean {
  return isBlank(cells.right(cell))
}

/** A table with names at its left and heads above: two empty cells side by side, each with a head of the same row. */
function isMatrix(cells: Neighbours, cell: FormCell, head: FormCell): boolean {
  const next = cells.right(cell)
  return isBlank(next) && next !== undefined && headOf(cells, next)?.row === head.row
}

/** The label at the head of a row of empty cells. */
function rowLabel(cells: Neighbours, cell: FormCell): FormCell | undefined {
  for (let at = cells.left(cell); at; at = cells.left(at)) {
    if (isLabel(at)) return at.rowSpan === cell.rowSpan && at.row === cell.row ? at : undefined
    if (!isBlank(at)) return undefined
  }
  return undefined
}

/** Labels over several rows at the left of a label: 项目负责人 before 姓名 and 电话. */
function groupsOf(cells: Neighbours, label: FormCell): string[] {
  for (let at = cells.left(label); at; at = cells.left(at)) {
    if (isLabel(at) && at.rowSpan > label.rowSpan) return [cleanLabel(at.text)]
  }
  return []
}
