export interface BenchRow {
  bench: string
  /** Medians of runs a second. */
  ours: number
  peer: number
  unit: string
  /** Ours divided by the peer's. */
  ratio: number
}

const MOST_SAMPLES = 15
const FEWEST_SAMPLES = 3
/** What all samples of one run should take at most, as long as there are enough of them. */
const TOTAL_MS = 3_000
const SAMPLE_MS = 60
const WARM_UP_MS = 400

/** Ours and the peer's in turns, so that a busy machine slows both alike; of each the median of runs a second. */
export async function beside(bench: string, ours: () => unknown, peer: () => unknown, unit: string): Promise<BenchRow> {
  const runs = [ours, peer]
  const first: number[] = []
  for (const run of runs) first.push(await rate(run, WARM_UP_MS))
  const samples = Math.max(FEWEST_SAMPLES, Math.min(MOST_SAMPLES, Math.floor((TOTAL_MS / 1000) * Math.min(...first))))
  const rates: number[][] = runs.map(() => [])
  for (let sample = 0; sample < samples; sample += 1) {
    for (const [index, run] of runs.entries()) rates[index]?.push(await rate(run, SAMPLE_MS))
  }
  const [a = 0, b = 0] = rates.map((found) => found.sort((one, other) => one - other)[Math.floor(samples / 2)] ?? 0)
  return { bench: `${bench}, median`, ours: rounded(a), peer: rounded(b), unit, ratio: rounded(a / b) }
}

/** Runs a second, over this time and at least one run. */
async function rate(run: () => unknown, ms: number): Promise<number> {
  const start = performance.now()
  let done = 0
  let passed = 0
  do {
    const pending = run()
    if (pending instanceof Promise) await pending
    done += 1
    passed = performance.now() - start
  } while (passed < ms)
  return done / (passed / 1000)
}

function rounded(number: number): number {
  return number >= 100 ? Math.round(number) : Math.round(number * 100) / 100
}
