/** Width of a text in characters of Chinese: Latin letters, digits and blanks count half. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x2000 ? 0.54 : 1
  return width
}

/** Lines a paragraph takes in a column of so many characters, its indent included. */
export function lineCount(text: string, perLine: number, indent = 0): number {
  const width = textWidth(text) + indent
  return width <= perLine ? 1 : Math.max(1, Math.ceil(width / Math.max(1, Math.floor(perLine))))
}
