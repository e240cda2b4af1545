import { randomFillSync } from 'node:crypto'

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const POOL_SIZE = 4096
const pool = new Uint8Array(POOL_SIZE)
let used = POOL_SIZE
let lastMs = 0
let sequence = 0

/**
 * A new id whose text order is the order of making, within this process even inside one millisecond.
 *
 * Source: RFC 9562, section 5.7 (UUIDv7), with method 1 of section 6.2: `rand_a` counts within a millisecond.
 */
export function uuidV7(): string {
  const now = Date.now()
  if (now > lastMs) {
    lastMs = now
    sequence = 0
  } else if (++sequence > 0xfff) {
    lastMs += 1
    sequence = 0
  }
  const random = take(8)
  const ms = lastMs.toString(16).padStart(12, '0')
  const counter = sequence.toString(16).padStart(3, '0')
  const variant = HEX[((random[0] ?? 0) & 0x3f) | 0x80]
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7${counter}-${variant}${HEX[random[1] ?? 0]}-${hex(random.subarray(2))}`
}

/** The smallest id that can have been made at an instant. @param ms since 1970 */
export function firstIdOf(ms: number): string {
  const hex = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

function take(count: number): Uint8Array {
  if (used + count > POOL_SIZE) {
    randomFillSync(pool)
    used = 0
  }
  used += count
  return pool.subarray(used - count, used)
}

function hex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += HEX[byte]
  return text
}
