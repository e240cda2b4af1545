import {
  breakPage,
  cellsIn,
  deleteColumn,
  deleteRow,
  gridOf,
  insertColumn,
  insertRow,
  isRefused,
  mergeCells,
  type Refused,
  splitCell,
  stretchCell,
  swapCells,
} from '../../paper/edit/index.ts'
import type { Paper } from '../../schema/form-definition.ts'
import { type Edit, onForm } from '../document/draft.ts'
import { clearCells, onPaper } from '../document/edits/paper-edits.ts'
import { type Direction, neighbour } from '../state/selection.ts'
import type { Designer } from '../state/use-designer.ts'

/** What can be done with the selected cells, for the toolbar and for keys. */
export type CellCommand =
  | 'merge'
  | 'split'
  | 'row'
  | 'column'
  | 'deleteRow'
  | 'deleteColumn'
  | 'breakPage'
  | 'joinPage'
  | 'clear'

/** Keys of the grid without Ctrl, Alt or Meta. */
export const COMMAND_KEYS: Record<string, CellCommand> = {
  m: 'merge',
  s: 'split',
  r: 'row',
  c: 'column',
  Delete: 'clear',
  Backspace: 'clear',
}

/** Does a command with the selected cells. @returns the cell that is selected afterwards */
export function runCommand(designer: Designer, command: CellCommand): { row: number; col: number } | undefined {
  const { area } = designer
  const edit = editOf(designer, command)
  if (!area || !edit) return undefined
  const isDone = designer.run(edit)
  const row = isDone && command === 'row' ? area.row + area.rowSpan : area.row
  const col = isDone && command === 'column' ? area.col + area.colSpan : area.col
  if (isDone) designer.selectCell(row, col)
  return { row, col }
}

function editOf({ area, form }: Designer, command: CellCommand): Edit | undefined {
  if (!area || !form.paper) return undefined
  const { row, col, rowSpan, colSpan } = area
  switch (command) {
    case 'merge':
      return onForm(onPaper((paper) => mergeCells(paper, area)))
    case 'split':
      return onForm(onPaper((paper) => splitCell(paper, row, col)))
    case 'row':
      return onForm(onPaper((paper) => insertRow(paper, row + rowSpan)))
    case 'column':
      return onForm(onPaper((paper) => insertColumn(paper, col + colSpan)))
    case 'deleteRow':
      return onForm(onPaper((paper) => repeat(rowSpan, paper, (one) => deleteRow(one, row))))
    case 'deleteColumn':
      return onForm(onPaper((paper) => repeat(colSpan, paper, (one) => deleteColumn(one, col))))
    case 'breakPage':
      return onForm(onPaper((paper) => breakPage(paper, row, true)))
    case 'joinPage':
      return onForm(onPaper((paper) => breakPage(paper, row, false)))
    case 'clear':
      return onForm(clearCells(cellsIn(gridOf(form.paper), area)))
  }
}

/** Changes what stands in the cell with its neighbour; the selection goes along. */
export function swapWith(designer: Designer, direction: Direction): void {
  const { cell } = designer.selection
  const to = cell && neighbour(designer.form, cell, direction)
  if (cell && to && designer.run(onForm(onPaper((paper) => swapCells(paper, cell, to)))))
    designer.selectCell(to.row, to.col)
}

/** Makes the cell one row or column larger (→, ↓) or smaller (←, ↑). */
export function stretchBy(designer: Designer, direction: Direction): void {
  const { area } = designer
  if (!area) return
  const by = direction === 'ArrowRight' || direction === 'ArrowDown' ? 1 : -1
  const isColumn = direction === 'ArrowRight' || direction === 'ArrowLeft'
  const next = { ...area, [isColumn ? 'colSpan' : 'rowSpan']: (isColumn ? area.colSpan : area.rowSpan) + by }
  designer.run(onForm(onPaper((paper) => stretchCell(paper, area.row, area.col, next))))
}

function repeat(times: number, paper: Paper, take: (now: Paper) => { paper: Paper } | Refused): Paper | Refused {
  let now = paper
  for (let count = 0; count < times; count++) {
    const next = take(now)
    if (isRefused(next)) return next
    now = next.paper
  }
  return now
}
