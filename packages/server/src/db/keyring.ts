/** A key, and the name under which what it has sealed remembers it. */
export interface NamedKey {
  id: string
  key: Buffer
}

/** The keys of a server: the first one seals, every one opens, `index` finds sealed values again. */
export interface Keyring {
  keys: readonly NamedKey[]
  index: Buffer
}

const LINE = /^([a-z0-9][a-z0-9-]{0,30}) ([0-9a-f]{64})$/
const INDEX = 'index'

/**
 * Reads the keys of a server: one a line, a name and 32 bytes in hexadecimal, the one that seals first, and one named `index`.
 *
 * @returns what is wrong as a text, in words for whoever wrote it; no part of a key is in it
 */
export function parseKeyring(text: string): Keyring | string {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const found = new Map<string, Buffer>()
  for (const [at, line] of lines.entries()) {
    if (line === '' || line.startsWith('#')) continue
    const [, id = '', hex = ''] = LINE.exec(line) ?? []
    if (!id) return `第 ${at + 1} 行应是“名称 64 位十六进制数”，名称用小写字母、数字和连字符。`
    if (found.has(id)) return `密钥“${id}”写了两次。`
    found.set(id, Buffer.from(hex, 'hex'))
  }
  const index = found.get(INDEX)
  found.delete(INDEX)
  const keys = [...found].map(([id, key]) => ({ id, key }))
  if (!index) return '缺少名为 index 的密钥，查重和按整个号码查找要用它。'
  if (keys.length === 0) return '除了 index，还要有一把加密用的密钥。'
  return { keys, index }
}
