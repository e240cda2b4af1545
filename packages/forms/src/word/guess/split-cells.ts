import { expandCell } from '../grid/expand-cell.ts'
import { linePieces, type Piece, shortBlanks } from './blanks.ts'
import { boxedText, guessChoices, readChoices } from './choices.ts'
import { type Ask, clean, type FormCell, type FormGrid, isBlank, isText, neighboursOf } from './form-cell.ts'
import { cleanLabel } from './label.ts'
import { blankGuess, specialAsk } from './special-cells.ts'

const ROW_HEIGHT = 9
const MOST_ASKS = 30

/**
 * Cells with blanks within their text. One blank at the end makes the cell ask (申领人（签字）：); several cut the cell into one for each
 * (联系人：____ 电话：____), so that each has its place in the grid.
 */
export function splitCells(grid: FormGrid): FormGrid {
  let split = grid
  for (const cell of grid.cells) {
    const cells = neighboursOf(split)
    const current = cells.at(...placeIn(split, cell))
    if (!current || !isText(current) || current.vertical) continue
    const beside = cells.right(current)
    const lines = linesOf(current, isBlank(beside), isText(cells.left(current)))
    const asks = lines.flat().filter(({ ask }) => ask)
    if (asks.length === 0 || asks.length > MOST_ASKS) continue
    const special = specialAsk(cells, current)
    if (special && (asks.length === 1 || special.guess?.schema['x-component'] === 'Opinion')) continue
    const last = lines.at(-1)?.at(-1)
    if (asks.length === 1 && last?.ask) current.ask = { ...last.ask, text: textOf(lines) }
    else split = expandCell(split, current, innerGrid(current, lines))
  }
  return split
}

/** Cells are copied when the grid is cut; their place in the file tells them again. */
function placeIn(grid: FormGrid, cell: FormCell): [number, number] {
  const found = grid.cells.find((other) => other.place === cell.place)
  return found ? [found.row, found.col] : [-1, -1]
}

/** The lines of a cell, each cut at its blanks; lines of text that follow each other are one. */
function linesOf(cell: FormCell, labelsRight: boolean, labelled: boolean): Piece[][] {
  if (boxedText(cell.text).includes('□')) return questionLines(cell.text)
  const lines = cell.text.split('\n').filter((line) => clean(line) !== '')
  const cut = withSigners(
    lines.map((line) => linePieces(line, labelled && !labelsRight).map(guessed)),
    labelled,
  )
  if (labelsRight && isLabelOnly(cut.flat())) return []
  const joined: Piece[][] = []
  for (const line of cut) {
    const before = joined.at(-1)
    if (before && [...before, ...line].every(({ ask }) => !ask)) before.push({ text: `\n${textOf([line])}` })
    else joined.push(line)
  }
  return joined
}

/** A label that ends in a colon, or in 年月 with blanks between (出 生 / 年 月), asks for the cell at its right. */
function isLabelOnly(pieces: readonly Piece[]): boolean {
  const [ask, ...more] = pieces.filter((piece) => piece.ask)
  if (!ask || more.length > 0) return false
  if (ask.mark === 'colon') return pieces.length === 1
  const words = clean(pieces.map(({ text }) => text).join(''))
  return ask.mark === 'date' && words !== '' && words.length <= 8 && !/[：:]/.test(words)
}

function guessed(piece: Piece): Piece {
  if (!piece.ask || piece.ask.guess) return piece
  return { ...piece, ask: { ...piece.ask, guess: blankGuess(piece.ask.label) } }
}

/** A date behind a signature is the day of signing; other dates without words have the label beside the cell, or are 日期. */
function withSigners(lines: Piece[][], labelled: boolean): Piece[][] {
  let signed = ''
  return lines.map((line) =>
    line.map((piece) => {
      const { ask } = piece
      if (ask?.guess?.schema['x-component'] === 'Signature') signed = ask.label
      if (ask?.label !== '' || piece.mark !== 'date') return piece
      const label = signed ? `${signed.replace(/签[字名章]$/, '')}签字日期` : labelled ? '' : '日期'
      return { ...piece, ask: { ...ask, label } }
    }),
  )
}

/** Blanks with a label of their own behind the last option: □否 □是，带出时间：____; 其他：____ belongs to its box. */
const BEHIND = /[，,；;\s]+(?!其[他它]|请?注明|请?说明)\p{Script=Han}{2,10}[：:]\s*_{2,}/u

/** Each question of several with boxes is a line of its own; so is one with blanks behind its options. */
function questionLines(text: string): Piece[][] {
  const questions = readChoices(text)
  if (questions.length < 2) return blanksBehind(text)
  return questions.map((question) => {
    const label = cleanLabel(question.lead)
    return [{ text: question.lead, ask: { label, guess: guessChoices(label, question) } }]
  })
}

function blanksBehind(text: string): Piece[][] {
  const short = shortBlanks(text)
  const at = BEHIND.exec(short)?.index ?? -1
  const [question, ...more] = at < 0 ? [] : readChoices(short.slice(0, at))
  if (!question || more.length > 0 || short.slice(at).includes('□')) return []
  const label = cleanLabel(question.lead)
  const asked: Piece = { text: question.lead, ask: { label, guess: guessChoices(label, question) } }
  const behind = linePieces(short.slice(at).replace(/^[，,；;\s]+/, '')).map(guessed)
  return [[asked, ...behind]]
}

function textOf(lines: Piece[][]): string {
  return lines.map((line) => line.map(({ text }) => text.trim()).join('')).join('\n')
}

function innerGrid(cell: FormCell, lines: Piece[][]): FormGrid {
  const weights = lines.map((line) => line.map(({ text, ask }) => Math.max(2, clean(text).length) + (ask ? 6 : 0)))
  const total = 1_000
  const cuts = weights.map((line) => {
    const sum = line.reduce((all, weight) => all + weight, 0)
    let at = 0
    return line.map((weight) => {
      at += weight
      return Math.round((at / sum) * total)
    })
  })
  const edges = [...new Set(cuts.flat())].sort((a, b) => a - b)
  const cells = lines.flatMap((line, row) =>
    line.map((piece, index): FormCell => {
      const [from, to] = [cuts[row]?.[index - 1] ?? 0, cuts[row]?.[index] ?? total]
      const col = from === 0 ? 0 : edges.indexOf(from) + 1
      const ask: Ask | undefined = piece.ask && { ...piece.ask, text: piece.text.trim() }
      const { place, vertical } = cell
      const placed = { row, col, rowSpan: 1, colSpan: edges.indexOf(to) + 1 - col }
      return { ...placed, text: piece.text.trim(), vertical, place: { ...place }, nested: [], ...(ask ? { ask } : {}) }
    }),
  )
  const columns = edges.map((edge, index) => edge - (edges[index - 1] ?? 0))
  return { columns, heights: lines.map(() => ROW_HEIGHT), cells, breaks: [], soft: true }
}

/** A line outside tables as a row of the grid, when it has blanks to fill in. */
export function lineGrid(text: string, row: number): FormGrid | undefined {
  const cell: FormCell = {
    row: 0,
    col: 0,
    rowSpan: 1,
    colSpan: 1,
    text,
    vertical: false,
    place: { table: 0, row, column: 1 },
    nested: [],
  }
  const lines = linesOf(cell, false, false)
  const pieces = lines.flat()
  const asks = pieces.filter(({ ask }) => ask)
  const heading =
    pieces.length === 1 &&
    pieces[0]?.mark === 'colon' &&
    /^(附件?|备?注|说明|填表说明|填写说明|要求|承诺|声明|以下)/.test(clean(text))
  if (asks.length === 0 || asks.length > MOST_ASKS || heading) return undefined
  return innerGrid(cell, lines)
}

/** A line outside tables as a row of text. */
export function textGrid(text: string, row: number): FormGrid {
  const place = { table: 0, row, column: 1 }
  const cell: FormCell = { row: 0, col: 0, rowSpan: 1, colSpan: 1, text, vertical: false, place, nested: [] }
  return { columns: [1_000], heights: [ROW_HEIGHT], cells: [cell], breaks: [] }
}
