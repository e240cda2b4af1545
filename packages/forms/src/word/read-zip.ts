import { inflateRawSync } from 'node:zlib'
import { FormError } from '../errors.ts'

const LIMITS = { file: 20 * 1024 * 1024, entries: 2_000, entry: 16 * 1024 * 1024 }

/** @throws FormError `DOCUMENT_REFUSED` */
export function refuse(message: string): never {
  throw new FormError('DOCUMENT_REFUSED', { issues: [{ code: 'DOCUMENT_REFUSED', path: [], message }] })
}

/**
 * Reads the named entry of a ZIP file (a .docx is one). Sizes are checked before anything is unpacked and unpacking stops at the
 * limit, so that a bomb costs nothing.
 *
 * @returns the names of all entries, and a function that unpacks one as UTF-8 (`undefined` when there is none)
 * @throws FormError `DOCUMENT_REFUSED` for what is no ZIP, is encrypted or is too large
 * Source: PKWARE APPNOTE 6.3.10, 4.3.
 */
export function readZip(bytes: Uint8Array): { names: string[]; read(name: string): string | undefined } {
  if (bytes.length > LIMITS.file) refuse(`文件最大 ${LIMITS.file / 1024 / 1024} MB，请去掉图片后重试。`)
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (data.length > 8 && data.readUInt32BE(0) === 0xd0cf11e0)
    refuse('这是旧版 .doc 文件，请在 Word 或 WPS 里另存为 .docx 后再导入。')
  const end = data.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > data.length) refuse('这不是 .docx 文件，请选 Word 或 WPS 保存的 .docx。')
  const entries = new Map<string, { at: number; packed: number; size: number; method: number }>()
  const count = data.readUInt16LE(end + 10)
  if (count > LIMITS.entries) refuse('文件里的部件太多，不像 Word 表格。')
  let at = data.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + 46 > data.length || data.readUInt32LE(at) !== 0x02014b50) refuse('文件已损坏，请重新保存后再导入。')
    const [nameLength, extra, comment] = [
      data.readUInt16LE(at + 28),
      data.readUInt16LE(at + 30),
      data.readUInt16LE(at + 32),
    ]
    if (data.readUInt16LE(at + 8) & 1) refuse('文件有密码，请去掉密码后再导入。')
    entries.set(data.toString('utf8', at + 46, at + 46 + nameLength), {
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
      if (entry.size > LIMITS.entry || entry.at + 30 > data.length) refuse('文件里的内容过大，没有打开。')
      const start = entry.at + 30 + data.readUInt16LE(entry.at + 26) + data.readUInt16LE(entry.at + 28)
      const packed = data.subarray(start, start + entry.packed)
      if (entry.method === 0) return packed.toString('utf8')
      try {
        return inflateRawSync(packed, { maxOutputLength: LIMITS.entry }).toString('utf8')
      } catch (cause) {
        throw new FormError('DOCUMENT_REFUSED', {
          cause,
          issues: [{ code: 'DOCUMENT_REFUSED', path: [], message: '文件已损坏或展开后过大，没有打开。' }],
        })
      }
    },
  }
}
