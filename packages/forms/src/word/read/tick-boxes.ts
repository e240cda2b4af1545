/** Every character that people use as a tick box, filled or not. */
const BOXES = /[☐☑☒▢◻◽⬜❏❐❑❒\u{1F5F9}\u{1F5F8}■]/gu
/** Tick boxes of the symbol fonts (Wingdings and its like), as bytes. */
const SYMBOLS: Record<string, ReadonlySet<number>> = {
  wingdings: new Set([0x6f, 0x70, 0x71, 0x72, 0xa8, 0xfd, 0xfe, 0x78]),
  'wingdings 2': new Set([0x30, 0x2a, 0x35, 0x50, 0x51, 0x52, 0x53, 0x54, 0xa3, 0xa4]),
  webdings: new Set([0x63]),
  symbol: new Set([0x7f]),
}

/** Text with every kind of tick box written as `□`. */
export function plainBoxes(text: string): string {
  return text.replace(BOXES, '□')
}

/** Whether a character of a font is a tick box; symbol fonts may add U+F000 to their bytes. */
export function isSymbolBox(font: string, code: number): boolean {
  return SYMBOLS[font.trim().toLowerCase()]?.has(code >= 0xf000 ? code - 0xf000 : code) ?? false
}
