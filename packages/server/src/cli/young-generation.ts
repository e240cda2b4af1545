import { setFlagsFromString } from 'node:v8'

/**
 * While a server starts, hundreds of modules and definitions make much that is soon thrown away, and V8 doubles the space for young
 * objects again and again to hold it. At rest nothing would ever give that space back: a quarter of the process's memory. So it stays
 * small until the server listens, and may grow with the load from then on.
 */
export function keepYoungGenerationSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
}

/** As V8 has it by itself. */
export function letYoungGenerationGrow(): void {
  setFlagsFromString('--semi-space-growth-factor=2')
}
