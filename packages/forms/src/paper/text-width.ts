/** Width of a text in characters of Chinese: Latin letters, digits and blanks count half. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x2000 ? 0.54 : 1
  return width
}

/** Lines a paragraph takes in a column of so many characters, its indent included. */
export function lineCount(text: string, perLine: number, indent = 0): number {
  return Math.max(1, Math.ceil((textWidth(text) + indent) / Math.max(1, Math.floor(perLine))))
}
