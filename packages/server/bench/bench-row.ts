/** One comparison: `ours` and `peer` are medians in `unit`, `ratio` is ours divided by the peer's. */
export interface BenchRow {
  bench: string
  ours: number
  peer: number
  unit: string
  ratio: number
}

export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

export function toRow(bench: string, unit: string, ours: number, peer: number): BenchRow {
  const rounded = (value: number) => Math.round(value * 100) / 100
  return { bench, ours: rounded(ours), peer: rounded(peer), unit, ratio: rounded(ours / peer) }
}
