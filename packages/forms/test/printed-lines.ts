import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A line of a label on a printed page: millimetres from the left and upper edges to its middle and to its baseline. */
export interface PrintedLine {
  page: number
  text: string
  x: number
  y: number
}

interface Letter {
  text: string
  x: number
  y: number
}

const MM = 25.4 / 72
const SAME_LINE = 0.7
/** Chromium names a glyph that a letter shares with a radical (CJK Radicals Supplement) by the radical. */
const RADICALS: Record<string, string> = { '\u2ea0': '民', '\u2ec5': '见', '\u2ed4': '门', '\u2ed3': '长' }

/**
 * Where the given lines stand on the pages of a PDF. Letters are sought one after the other along their baseline, so that blanks which
 * spread a label do not matter; a text that occurs several times is found as often as it is asked for, in reading order.
 */
export async function printedLines(
  pdf: Uint8Array,
  texts: readonly string[],
): Promise<{ pages: number; lines: PrintedLine[]; missing: string[] }> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const found: PrintedLine[] = []
  for (let page = 1; page <= document.numPages; page++) {
    const sheet = await document.getPage(page)
    const height = (sheet.view[3] ?? 0) * MM
    const { items } = await sheet.getTextContent()
    const letters = items.flatMap((item) => {
      if (!('str' in item)) return []
      const signs = [...item.str.normalize('NFKC')].map((sign) => RADICALS[sign] ?? sign)
      const width = (item.width * MM) / signs.length
      return signs.flatMap((text, index): Letter[] =>
        text.trim() === ''
          ? []
          : [{ text, x: item.transform[4] * MM + (index + 0.5) * width, y: height - item.transform[5] * MM }],
      )
    })
    for (const baseline of baselines(letters)) {
      for (const text of new Set(texts)) found.push(...linesOf(baseline, text).map((line) => ({ page, ...line })))
    }
  }
  return { pages: document.numPages, ...asked(found, texts) }
}

/** Letters by the line they stand on, from the left. */
function baselines(letters: readonly Letter[]): Letter[][] {
  const lines: Letter[][] = []
  for (const letter of [...letters].sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1)
    if (line?.[0] && letter.y - line[0].y < SAME_LINE) line.push(letter)
    else lines.push([letter])
  }
  return lines.map((line) => line.sort((a, b) => a.x - b.x))
}

function linesOf(baseline: readonly Letter[], text: string): Array<Omit<PrintedLine, 'page'>> {
  const signs = [...text.normalize('NFKC').replace(/\s/g, '')]
  return baseline.flatMap((_, at) => {
    const run = baseline.slice(at, at + signs.length)
    const [first, last] = [run[0], run.at(-1)]
    if (!first || !last || run.map((letter) => letter.text).join('') !== signs.join('')) return []
    return [{ text, x: (first.x + last.x) / 2, y: first.y }]
  })
}

function asked(found: readonly PrintedLine[], texts: readonly string[]) {
  const left = [...found]
  const lines: PrintedLine[] = []
  const missing: string[] = []
  for (const text of texts) {
    const at = left.findIndex((line) => line.text === text)
    const [line] = at < 0 ? [] : left.splice(at, 1)
    if (line) lines.push(line)
    else missing.push(text)
  }
  return { lines, missing }
}
