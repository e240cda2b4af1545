import { clean, type FormCell, type FormGrid, isBlank, neighboursOf } from './form-cell.ts'

const FEWEST = 6

/** A run of small empty cells behind one label, a cell for each digit of a number, is one cell. */
export function joinDigitCells(grid: FormGrid): FormGrid {
  const cells = neighboursOf(grid)
  const gone = new Set<FormCell>()
  for (const cell of grid.cells) {
    if (gone.has(cell) || !isBlank(cell) || cell.rowSpan > 1 || clean(cells.left(cell)?.text ?? '') === '') continue
    const run = [cell]
    for (
      let next = cells.right(cell);
      next && next.row === cell.row && next.rowSpan === 1 && isBlank(next);
      next = cells.right(next)
    ) {
      run.push(next)
    }
    const headed = clean(cells.above(run[1] ?? cell)?.text ?? '') !== '' && cells.above(run[1] ?? cell)?.colSpan === 1
    if (run.length < FEWEST || headed) continue
    for (const other of run.slice(1)) {
      cell.colSpan += other.colSpan
      gone.add(other)
    }
  }
  return gone.size === 0 ? grid : { ...grid, cells: grid.cells.filter((cell) => !gone.has(cell)) }
}
