import { hkdfSync } from 'node:crypto'

/** A key of 32 bytes for one purpose, so that what is sealed for one is worthless for another. RFC 5869, SHA-256. */
export function derivedKey(secret: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', `zhupi ${purpose}`, 32))
}
