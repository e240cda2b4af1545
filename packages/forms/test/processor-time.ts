/** The most processor time that anything hostile may cost, ms. */
export const HOSTILE_MS = 100

/**
 * Processor time of the cheapest of three runs, ms: the machine is shared and its first run of any code is slow, so the best of three
 * tells what the work costs.
 */
export async function processorMs(run: () => unknown): Promise<number> {
  const costs: number[] = []
  for (let time = 0; time < 3; time += 1) {
    const before = process.cpuUsage()
    await run()
    const { user, system } = process.cpuUsage(before)
    costs.push((user + system) / 1_000)
  }
  return Math.min(...costs)
}
