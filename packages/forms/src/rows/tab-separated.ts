/**
 * The cells of a table as spreadsheets put it on the clipboard: tabs between cells, line ends between rows; a cell with either
 * in it stands in quotes, and quotes in it are doubled. Empty rows at the end are left out.
 */
export function readTabSeparated(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  while (at < text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : undefined
    const { cell, end } = quoted ?? plainCell(text, at)
    rows[rows.length - 1]?.push(cell)
    at = end
    if (text[at] === '\t') {
      at += 1
      if (at === text.length) rows[rows.length - 1]?.push('')
    } else if (at < text.length) {
      at += text.startsWith('\r\n', at) ? 2 : 1
      rows.push([])
    }
  }
  while (rows.length > 0 && rows[rows.length - 1]?.every((cell) => cell.trim() === '')) rows.pop()
  return rows
}

function plainCell(text: string, at: number): { cell: string; end: number } {
  let end = at
  while (end < text.length && !isBreak(text[end])) end += 1
  return { cell: text.slice(at, end), end }
}

/** `undefined` when the quote is a character like another: 5" 管. */
function quotedCell(text: string, at: number): { cell: string; end: number } | undefined {
  let end = at + 1
  for (;;) {
    end = text.indexOf('"', end)
    if (end < 0) return undefined
    if (text[end + 1] !== '"') break
    end += 2
  }
  const isWhole = end + 1 === text.length || isBreak(text[end + 1])
  return isWhole ? { cell: text.slice(at + 1, end).replaceAll('""', '"'), end: end + 1 } : undefined
}

function isBreak(character: string | undefined): boolean {
  return character === '\t' || character === '\n' || character === '\r'
}

/** A table for the clipboard; what spreadsheets read back as the same cells. */
export function writeTabSeparated(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[\t\n\r]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return rows.map((row) => row.map(cell).join('\t')).join('\n')
}
