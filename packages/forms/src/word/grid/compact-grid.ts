import type { Grid, Placed } from './grid.ts'

/** Drops the edges at which no cell begins: columns and rows that are never told apart become one. */
export function compactGrid<Cell extends Placed>(grid: Grid<Cell>): Grid<Cell> {
  const columns = keptLines(grid.columns.length, grid.cells, 'col')
  const rows = keptLines(grid.heights.length, grid.cells, 'row')
  const cells = grid.cells.map((cell) => {
    const [col, row] = [index(columns, cell.col), index(rows, cell.row)]
    return {
      ...cell,
      col,
      row,
      colSpan: index(columns, cell.col + cell.colSpan) - col,
      rowSpan: index(rows, cell.row + cell.rowSpan) - row,
    }
  })
  const heights = summed(grid.heights, rows).map((height) => Math.round(height * 10) / 10)
  const breaks = [...new Set(grid.breaks.map((row) => index(rows, row)))].filter((row) => row > 0)
  return { columns: summed(grid.columns, columns), heights, cells, breaks }
}

/** The lines at which some cell begins, first to last. */
function keptLines(count: number, cells: readonly Placed[], axis: 'row' | 'col'): number[] {
  const begins = new Set(cells.map((cell) => cell[axis]))
  return [...Array(count).keys()].filter((line) => line === 0 || begins.has(line))
}

/** How many kept lines stand before a line. */
function index(kept: readonly number[], line: number): number {
  let low = 0
  let high = kept.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((kept[middle] ?? 0) < line) low = middle + 1
    else high = middle
  }
  return low
}

function summed(sizes: readonly number[], kept: readonly number[]): number[] {
  return kept.map((from, at) => sizes.slice(from, kept[at + 1]).reduce((sum, size) => sum + size, 0))
}
