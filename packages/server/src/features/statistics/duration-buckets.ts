/**
 * Durations in buckets that grow by a quarter each: from a minute to a year in some sixty, each quantile off by an eighth at
 * most. Counts of buckets add up over units and months, which medians do not.
 */
const FIRST_SECONDS = 60
const GROWTH = 1.25

/** @param seconds 0 or more */
export function bucketOf(seconds: number): number {
  return seconds <= FIRST_SECONDS ? 0 : Math.ceil(Math.log(seconds / FIRST_SECONDS) / Math.log(GROWTH) - 1e-9)
}

/** The middle of a bucket, in seconds. */
export function secondsOf(bucket: number): number {
  if (bucket === 0) return FIRST_SECONDS / 2
  return (FIRST_SECONDS * (GROWTH ** (bucket - 1) + GROWTH ** bucket)) / 2
}

/**
 * The value below which a share of all lies.
 *
 * @param counts bucket -> how many
 * @param share 0.5 for the median, 0.9 for what nine of ten stay below
 * @returns seconds; undefined where nothing was counted
 */
export function quantile(counts: ReadonlyMap<number, number>, share: number): number | undefined {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  let left = Math.max(1, Math.ceil(total * share))
  for (const bucket of [...counts.keys()].sort((one, other) => one - other)) {
    left -= counts.get(bucket) ?? 0
    if (left <= 0) return secondsOf(bucket)
  }
  return undefined
}
