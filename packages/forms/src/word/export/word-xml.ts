import { escapeHtml } from '../../paper/escape-html.ts'

/** How a paragraph is set. Sizes are half points, lengths twips. */
export interface ParagraphStyle {
  font: string
  size: number
  align?: 'left' | 'center' | 'right' | 'both'
  bold?: boolean
  color?: string
  before?: number
  after?: number
  /** First line two characters in, as prose is written. */
  indented?: boolean
  /** Lines after the first stand so far in. */
  hanging?: number
  /** Kept free at the right. */
  right?: number
  pageBreak?: boolean
}

/** Text as XML; what XML cannot hold is left out. */
export function xmlText(text: string): string {
  let kept = ''
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    const allowed = code >= 0x20 || code === 9
    if (allowed && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff) kept += letter
  }
  return escapeHtml(kept)
}

/** A paragraph of text, or of ready runs. */
export function paragraph(content: string | { runs: string }, style: ParagraphStyle): string {
  const { align = 'left', before = 0, after = 0, indented, hanging, right, pageBreak } = style
  const indent = indented
    ? '<w:ind w:firstLineChars="200" w:firstLine="420"/>'
    : hanging
      ? `<w:ind w:left="${hanging}" w:hanging="${hanging}"/>`
      : right
        ? `<w:ind w:right="${right}"/>`
        : ''
  const properties = [
    pageBreak ? '<w:pageBreakBefore/>' : '',
    `<w:spacing w:before="${before}" w:after="${after}"/>`,
    indent,
    `<w:jc w:val="${align}"/>`,
  ]
  const runs = typeof content === 'string' ? run(content, style) : content.runs
  return `<w:p><w:pPr>${properties.join('')}</w:pPr>${runs}</w:p>`
}

/** A run of text. */
export function run(text: string, style: Pick<ParagraphStyle, 'font' | 'size' | 'bold' | 'color'>): string {
  if (text === '') return ''
  return `<w:r>${runProperties(style)}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`
}

export function runProperties({
  font,
  size,
  bold,
  color,
}: Pick<ParagraphStyle, 'font' | 'size' | 'bold' | 'color'>): string {
  const name = xmlText(font)
  const parts = [
    `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}" w:hint="eastAsia"/>`,
    bold ? '<w:b/>' : '',
    color ? `<w:color w:val="${color}"/>` : '',
    `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  ]
  return `<w:rPr>${parts.join('')}</w:rPr>`
}
