import { edgesOf, joinEdges, widthsOf } from './edges.ts'
import type { Grid, Placed } from './grid.ts'
import { onEdges } from './stack-grids.ts'

/**
 * Puts a whole grid in the place of one cell: the columns are cut where the inner grid has edges, and rows are added below where it
 * has more of them; the cells beside grow with it.
 */
export function expandCell<Cell extends Placed>(grid: Grid<Cell>, target: Cell, inner: Grid<Cell>): Grid<Cell> {
  const ruler = edgesOf(grid.columns)
  const [from, to] = [ruler[target.col] ?? 0, ruler[target.col + target.colSpan] ?? 1]
  const innerRuler = edgesOf(inner.columns).map((edge) => from + edge * (to - from))
  const { edges, places } = joinEdges([
    { edges: ruler, soft: false },
    { edges: innerRuler, soft: inner.soft === true },
  ])
  const [outerPlaces = [], innerPlaces = []] = places
  const total = grid.columns.reduce((sum, width) => sum + width, 0)
  const below = target.row + target.rowSpan
  const added = Math.max(0, inner.heights.length - target.rowSpan)
  const cells = grid.cells
    .filter((cell) => cell !== target)
    .map((cell) => {
      const beside = cell.row < below && cell.row + cell.rowSpan >= below
      return {
        ...cell,
        ...onEdges(cell, outerPlaces),
        row: cell.row >= below ? cell.row + added : cell.row,
        rowSpan: beside ? cell.rowSpan + added : cell.rowSpan,
      }
    })
  const spare = Math.max(0, target.rowSpan - inner.heights.length)
  for (const cell of inner.cells) {
    const last = cell.row + cell.rowSpan === inner.heights.length
    const rowSpan = cell.rowSpan + (last ? spare : 0)
    cells.push({ ...cell, ...onEdges(cell, innerPlaces), row: target.row + cell.row, rowSpan })
  }
  return {
    columns: edges.length === ruler.length ? grid.columns : widthsOf(edges, total),
    heights: heightsWith(grid.heights, target, inner.heights),
    cells,
    breaks: grid.breaks.map((row) => (row >= below ? row + added : row)),
  }
}

/** The rows of the target share its height where the inner grid is lower, and grow where it is higher. */
function heightsWith(heights: readonly number[], target: Placed, inner: readonly number[]): number[] {
  const own = heights.slice(target.row, target.row + target.rowSpan)
  const more = inner.length - own.length
  if (more <= 0) return [...heights]
  const room = own.reduce((sum, height) => sum + height, 0)
  const wanted = inner.reduce((sum, height) => sum + height, 0)
  const scale = wanted > 0 ? Math.max(1, room / wanted) : 1
  const rows = inner.map((height) => Math.round(height * scale * 10) / 10)
  return [...heights.slice(0, target.row), ...rows, ...heights.slice(target.row + target.rowSpan)]
}
