/** Edges of the columns of one grid, from 0 to 1, or between two edges of a grid around it. */
export interface Ruler {
  edges: number[]
  /** Set by estimate: its edges move to others that are near. */
  soft: boolean
}

/** Edges of several rulers in one, and for every ruler the index of each of its edges. */
export interface JoinedEdges {
  edges: number[]
  places: number[][]
}

/** Edges closer than this are one edge that two programs rounded differently. */
const SAME = 0.012
const NEAR = 0.07
const LEAST = 1e-6

/** Positions of the edges of columns, from 0 to 1. */
export function edgesOf(columns: readonly number[]): number[] {
  const total = columns.reduce((sum, width) => sum + width, 0)
  let at = 0
  const ends = columns.map((width) => {
    at += width
    return at / total
  })
  return [0, ...ends.slice(0, -1), 1]
}

/**
 * Joins rulers: edges that nearly meet become one, and the first ruler's place counts. Edges of one ruler stay apart and in order,
 * however narrow its columns are.
 */
export function joinEdges(rulers: readonly Ruler[]): JoinedEdges {
  const known: Array<{ at: number }> = []
  const places = rulers.map((ruler) => placeRuler(ruler, known))
  const sorted = [...known].sort((a, b) => a.at - b.at)
  const index = new Map(sorted.map((edge, at) => [edge, at]))
  return {
    edges: sorted.map(({ at }) => at),
    places: places.map((edges) => edges.map((edge) => index.get(edge) ?? 0)),
  }
}

function placeRuler({ edges, soft }: Ruler, known: Array<{ at: number }>): Array<{ at: number }> {
  const add = (at: number) => {
    const edge = { at }
    known.push(edge)
    return edge
  }
  const nearest = (at: number, within: number, from: number, to: number) => {
    const near = known.filter((edge) => Math.abs(edge.at - at) < within && edge.at > from && edge.at < to)
    return near.sort((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))[0]
  }
  const first = edges[0] ?? 0
  const last = edges.at(-1) ?? 1
  const begin = nearest(first, SAME, -1, 2) ?? add(first)
  const end = nearest(last, SAME, begin.at, 2) ?? add(Math.max(last, begin.at + LEAST))
  let previous = begin
  const inner = edges.slice(1, -1).map((at) => {
    previous = nearest(at, soft ? NEAR : SAME, previous.at, end.at) ?? add(Math.max(at, previous.at + LEAST))
    return previous
  })
  return [begin, ...inner, end]
}

/** Widths between edges, in the unit of the total. */
export function widthsOf(edges: readonly number[], total: number): number[] {
  return edges.slice(1).map((edge, index) => Math.max(1, Math.round((edge - (edges[index] ?? 0)) * total)))
}
