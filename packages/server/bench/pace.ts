import { Agent } from 'node:http'

/** How fast a heap of equal pieces of work was done. */
export interface Pace<T> {
  /** Pieces a second. */
  rate: number
  /** Milliseconds that one piece in a hundred exceeds. */
  p99: number
  answers: T[]
}

/** Does every piece, `connections` at a time, each over a kept connection of its own. */
export async function paceOf<P, T>(
  pieces: readonly P[],
  connections: number,
  work: (piece: P, agent: Agent) => Promise<T>,
): Promise<Pace<T>> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const left = [...pieces]
  const waits: number[] = []
  const answers: T[] = []
  const begin = performance.now()
  const worker = async () => {
    for (let piece = left.pop(); piece !== undefined; piece = left.pop()) {
      const asked = performance.now()
      answers.push(await work(piece, agent))
      waits.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  const seconds = (performance.now() - begin) / 1000
  agent.destroy()
  const p99 = waits.toSorted((one, other) => one - other)[Math.floor(waits.length * 0.99)] ?? 0
  return { rate: pieces.length / seconds, p99, answers }
}
