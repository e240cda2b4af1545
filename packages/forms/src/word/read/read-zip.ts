import { inflateRawSync } from 'node:zlib'
import { refuse } from './refuse.ts'

const LIMITS = { entries: 1_000, entry: 4 * 1024 * 1024 }
const UNSAFE_NAME = /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\0/i

export interface Zip {
  /** Names of all entries. */
  names: string[]
  /** Unpacks one entry as UTF-8; `undefined` when there is none. */
  read(name: string): string | undefined
}

/**
 * Opens a ZIP file (a .docx is one). Sizes are checked before anything is unpacked and unpacking stops at the limit, so that a bomb
 * costs nothing; only entries that are asked for by name are unpacked, so that a ZIP within stays closed.
 *
 * @throws FormError `DOCUMENT_REFUSED` for what is no ZIP, is encrypted, too large or names places outside itself
 * Source: PKWARE APPNOTE 6.3.10, 4.3.
 */
export function readZip(data: Buffer): Zip {
  const end = data.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > data.length) refuse('BROKEN')
  const entries = new Map<string, { at: number; packed: number; size: number; method: number }>()
  const count = data.readUInt16LE(end + 10)
  if (count > LIMITS.entries) refuse('TOO_COMPLEX')
  let at = data.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + 46 > data.length || data.readUInt32LE(at) !== 0x02014b50) refuse('BROKEN')
    const [nameLength, extra, comment] = [
      data.readUInt16LE(at + 28),
      data.readUInt16LE(at + 30),
      data.readUInt16LE(at + 32),
    ]
    if (data.readUInt16LE(at + 8) & 1) refuse('PASSWORD')
    const name = data.toString('utf8', at + 46, at + 46 + nameLength)
    if (UNSAFE_NAME.test(name)) refuse('UNSAFE_PATH')
    entries.set(name.replaceAll('\\', '/'), {
      method: data.readUInt16LE(at + 10),
      packed: data.readUInt32LE(at + 20),
      size: data.readUInt32LE(at + 24),
      at: data.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + extra + comment
  }
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name)
      if (!entry) return undefined
      if (entry.size > LIMITS.entry) refuse('TOO_LARGE')
      if (entry.at + 30 > data.length) refuse('BROKEN')
      const start = entry.at + 30 + data.readUInt16LE(entry.at + 26) + data.readUInt16LE(entry.at + 28)
      return unpack(data.subarray(start, start + entry.packed), entry.method).toString('utf8')
    },
  }
}

function unpack(packed: Buffer, method: number): Buffer {
  if (method === 0) return packed
  if (method !== 8) refuse('BROKEN')
  try {
    return inflateRawSync(packed, { maxOutputLength: LIMITS.entry })
  } catch (cause) {
    refuse(cause instanceof RangeError ? 'TOO_LARGE' : 'BROKEN', cause)
  }
}
