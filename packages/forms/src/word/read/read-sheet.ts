import { parseRange, parseReference, type SheetRange } from './cell-reference.ts'
import { MOST_TEXT } from './office-document.ts'
import { child, childrenNamed, type XmlNode } from './parse-xml.ts'
import { BLANK } from './read-paragraph.ts'
import { refuse } from './refuse.ts'
import { PLAIN_STYLE, type SheetStyle } from './sheet-styles.ts'
import { plainBoxes } from './tick-boxes.ts'

/** Rows and columns beyond these hold no form. */
export const SHEET_LIMITS = { rows: 5_000, columns: 60, choices: 200 }

export interface SheetCell {
  row: number
  col: number
  text: string
  style: SheetStyle
}

/** A sheet as it is written: its cells, and what is said of rows and columns. */
export interface Sheet {
  cells: SheetCell[]
  merges: SheetRange[]
  /** Widths in characters. */
  widths: Map<number, number>
  /** Heights in points. */
  heights: Map<number, number>
  /** Choices that a cell takes. */
  choices: Array<{ range: SheetRange; options: string[] }>
  landscape: boolean
  hidden: { rows: Set<number>; columns: Set<number> }
}

/** Reads one worksheet. @param area only what lies in it counts @throws FormError `DOCUMENT_REFUSED` */
export function readSheet(root: XmlNode, strings: string[], styles: SheetStyle[], area: SheetRange | undefined): Sheet {
  const sheet: Sheet = {
    cells: [],
    merges: childrenNamed(child(root, 'mergeCells'), 'mergeCell').flatMap(
      (merge) => parseRange(merge.attributes.ref ?? '') ?? [],
    ),
    widths: new Map(),
    heights: new Map(),
    choices: childrenNamed(child(root, 'dataValidations'), 'dataValidation')
      .slice(0, SHEET_LIMITS.choices)
      .flatMap(readChoices),
    landscape: child(root, 'pageSetup')?.attributes.orientation === 'landscape',
    hidden: { rows: new Set(), columns: new Set() },
  }
  for (const { attributes } of childrenNamed(child(root, 'cols'), 'col')) {
    const last = Math.min(Number(attributes.max) || 1, SHEET_LIMITS.columns)
    for (let col = (Number(attributes.min) || 1) - 1; col < last; col++) {
      sheet.widths.set(col, Number(attributes.width) || 8.43)
      if (attributes.hidden === '1' || attributes.hidden === 'true') sheet.hidden.columns.add(col)
    }
  }
  let next = 0
  for (const rowNode of childrenNamed(child(root, 'sheetData'), 'row')) {
    const row = rowNode.attributes.r ? Number(rowNode.attributes.r) - 1 : next
    next = row + 1
    readRow(sheet, rowNode, row, { strings, styles, area })
  }
  return sheet
}

interface Tables {
  strings: string[]
  styles: SheetStyle[]
  area: SheetRange | undefined
}

function readRow(sheet: Sheet, node: XmlNode, row: number, { strings, styles, area }: Tables): void {
  const { ht, hidden } = node.attributes
  if (Number(ht) > 0) sheet.heights.set(row, Number(ht))
  if (hidden === '1' || hidden === 'true') sheet.hidden.rows.add(row)
  let next = 0
  for (const cell of childrenNamed(node, 'c')) {
    const col = parseReference(cell.attributes.r ?? '')?.col ?? next
    next = col + 1
    if (area && (row < area.top || row > area.bottom || col < area.left || col > area.right)) continue
    const style = styles[Number(cell.attributes.s)] ?? PLAIN_STYLE
    const text = cellText(cell, strings).slice(0, MOST_TEXT)
    if (text === '' && !style.bordered) continue
    if (row >= SHEET_LIMITS.rows || col >= SHEET_LIMITS.columns) refuse('TOO_COMPLEX')
    sheet.cells.push({ row, col, text, style })
  }
}

function cellText(cell: XmlNode, strings: string[]): string {
  if (cell.attributes.t === 'inlineStr') return richText(child(cell, 'is'))
  const value = plainText(child(cell, 'v'))
  return cell.attributes.t === 's' ? (strings[Number(value)] ?? '') : plainBoxes(value)
}

/** A shared or inline string; phonetic hints left out, underlined blanks as `____`. */
export function richText(node: XmlNode | undefined): string {
  const parts = (node?.children ?? []).map((part) => {
    if (part.name === 't') return plainText(part)
    if (part.name !== 'r') return ''
    const text = plainText(child(part, 't'))
    return child(child(part, 'rPr'), 'u') && text.length >= 2 && text.trim() === '' ? BLANK : text
  })
  return plainBoxes(parts.join('')).replaceAll('\r', '')
}

function plainText(node: XmlNode | undefined): string {
  return (node?.children ?? []).map((inner) => inner.text).join('')
}

function readChoices(validation: XmlNode): Sheet['choices'] {
  const formula = plainText(child(validation, 'formula1'))
  const list = /^"(.*)"$/.exec(formula)?.[1]
  if (validation.attributes.type !== 'list' || list === undefined) return []
  const options = list
    .split(/[,，]/)
    .map((option) => option.trim())
    .filter(Boolean)
  const ranges = (validation.attributes.sqref ?? '').split(' ').flatMap((part) => parseRange(part) ?? [])
  return ranges.map((range) => ({ range, options }))
}
