import { crc32, deflateRawSync } from 'node:zlib'

/** 1980-01-01, the first day a ZIP knows: the same content gives the same bytes. */
const DATE = 0x0021
const UTF8_NAMES = 0x0800

/**
 * A ZIP file of the given entries, in their order.
 *
 * @param entries names with `/`, and contents
 * Source: PKWARE APPNOTE 6.3.10, 4.3.
 */
export function writeZip(entries: ReadonlyArray<readonly [name: string, content: string | Uint8Array]>): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of entries) {
    const data = Buffer.from(content)
    const packed = deflateRawSync(data, { level: 9 })
    const bytes = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(UTF8_NAMES, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt16LE(DATE, 8)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(bytes.length, 22)
    const local = Buffer.concat([signature(0x04034b50), common, bytes, packed])
    const entry = Buffer.alloc(14)
    entry.writeUInt32LE(at, 10)
    directory.push(signature(0x02014b50), Buffer.from([20, 0]), common, entry, bytes)
    parts.push(local)
    at += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, central, signature(0x06054b50), end])
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
