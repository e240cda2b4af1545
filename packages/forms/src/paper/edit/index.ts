/** Editing the table of a paper: pure functions from paper to paper, or a refusal that says why not. */
export { around, closedArea, isInside, sameArea } from './area.ts'
export { placeOfField, setCell, swapCells } from './cell-content.ts'
export { type ColumnStrip, deleteColumn, insertColumn, moveColumn, resizeColumn } from './columns.ts'
export {
  type Area,
  type CellContent,
  cellAt,
  cellsIn,
  type Grid,
  type GridCell,
  gridOf,
  isBlank,
  rowsOf,
} from './grid.ts'
export { mergeCells } from './merge-cells.ts'
export { isRefused, type PaperRefusal, type Refused, refuse } from './refused.ts'
export { replaceArea, singleCells } from './replace-area.ts'
export { breakPage, DEFAULT_ROW_MM, deleteRow, insertRow, moveRow, type RowStrip, resizeRow } from './rows.ts'
export { splitCell } from './split-cell.ts'
export { stretchCell } from './stretch-cell.ts'
