/**
 * Whether a text has a character that cannot be stored or printed: a control character other than tab and line ends, or half of
 * a surrogate pair.
 */
export function hasBadCharacter(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 0x7f || (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d)) return true
    if (code >= 0xd800 && code <= 0xdfff) {
      const next = text.charCodeAt(index + 1)
      if (code >= 0xdc00 || !(next >= 0xdc00 && next <= 0xdfff)) return true
      index++
    }
  }
  return false
}
