/** A rectangle of a sheet, counted from 0, ends included. */
export interface SheetRange {
  top: number
  left: number
  bottom: number
  right: number
}

/** `B3` is row 2, column 1. `undefined` for what is no reference. */
export function parseReference(text: string): { row: number; col: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(text)
  if (!match) return undefined
  const [, letters = '', digits] = match
  let col = 0
  for (const letter of letters) col = col * 26 + letter.charCodeAt(0) - 64
  return { row: Number(digits) - 1, col: col - 1 }
}

/** `A1:C4`, or one cell. */
export function parseRange(text: string): SheetRange | undefined {
  const [from = '', to = from] = text.split(':')
  const [first, last] = [parseReference(from), parseReference(to)]
  if (!first || !last) return undefined
  return { top: first.row, left: first.col, bottom: last.row, right: last.col }
}
