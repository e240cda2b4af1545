import { edgesOf, joinEdges, widthsOf } from './edges.ts'
import type { Grid, Placed } from './grid.ts'

/** Grids one below the other as one grid as wide as the widest; their columns are cut where any of them has an edge. */
export function stackGrids<Cell extends Placed>(grids: readonly Grid<Cell>[]): Grid<Cell> {
  const [only] = grids
  if (only && grids.length === 1) return only
  const total = Math.max(1, ...grids.map(({ columns }) => columns.reduce((sum, width) => sum + width, 0)))
  const rulers = grids.map(({ columns, soft }, index) => ({ index, edges: edgesOf(columns), soft: soft === true }))
  // The ruler with the most edges leads, so that its columns keep their widths; estimates come last.
  const leading = [...rulers].sort((a, b) => Number(a.soft) - Number(b.soft) || b.edges.length - a.edges.length)
  const joined = joinEdges(leading)
  const stacked: Grid<Cell> = { columns: widthsOf(joined.edges, total), heights: [], cells: [], breaks: [] }
  grids.forEach((grid, index) => {
    const places = joined.places[leading.findIndex((ruler) => ruler.index === index)] ?? []
    const above = stacked.heights.length
    for (const cell of grid.cells) {
      stacked.cells.push({ ...cell, row: cell.row + above, ...onEdges(cell, places) })
    }
    stacked.breaks.push(...grid.breaks.map((row) => row + above).filter((row) => row > 0))
    stacked.heights.push(...grid.heights)
  })
  return stacked
}

/** A cell's columns counted by joined edges. */
export function onEdges(cell: Placed, places: readonly number[]): Pick<Placed, 'col' | 'colSpan'> {
  const col = places[cell.col] ?? 0
  return { col, colSpan: (places[cell.col + cell.colSpan] ?? col + 1) - col }
}
