import { child, childrenNamed, parseXml, type XmlNode } from './parse-xml.ts'
import { readZip, refuse } from './read-zip.ts'

export interface WordCell {
  /** Paragraphs joined by `\n`. */
  text: string
  rowSpan: number
  colSpan: number
}

/** The tables of a document as one grid, and the text around it. */
export interface WordTable {
  before: string[]
  after: string[]
  /** Widths in twentieths of a point. */
  columns: number[]
  rows: WordCell[][]
  /** Minimum heights in millimetres. */
  heights: number[]
}

/** Reads the first table of a .docx with its text before and after. @throws FormError `DOCUMENT_REFUSED` */
export function readDocx(bytes: Uint8Array): WordTable {
  const zip = readZip(bytes)
  if (zip.names.some((name) => /vbaProject/i.test(name))) refuse('文件里有宏，请另存为不含宏的 .docx 后再导入。')
  const document = zip.read('word/document.xml')
  if (document === undefined) refuse('这不是 Word 文件，请选 .docx。')
  const body = child(child(parseXml(document), 'document'), 'body')
  const at = body?.children.findIndex((node) => node.name === 'tbl') ?? -1
  if (!body || at < 0) refuse('文件里没有表格，不能转成表单。')
  const table = body.children[at]
  const lines = (nodes: XmlNode[]) =>
    nodes
      .filter((node) => node.name === 'p')
      .map(textOf)
      .map((line) => line.trim())
      .filter(Boolean)
  return { before: lines(body.children.slice(0, at)), after: lines(body.children.slice(at + 1)), ...readTable(table) }
}

function readTable(table: XmlNode | undefined): Pick<WordTable, 'columns' | 'rows' | 'heights'> {
  const columns = childrenNamed(child(table, 'tblGrid'), 'gridCol').map((column) => Number(column.attributes.w) || 1)
  const open = new Map<number, WordCell>()
  const heights: number[] = []
  const rows = childrenNamed(table, 'tr').map((row) => {
    heights.push(Math.round(((Number(child(child(row, 'trPr'), 'trHeight')?.attributes.val) || 560) / 56.7) * 10) / 10)
    let col = 0
    return childrenNamed(row, 'tc').flatMap((node) => {
      const properties = child(node, 'tcPr')
      const colSpan = Number(child(properties, 'gridSpan')?.attributes.val) || 1
      const merge = child(properties, 'vMerge')
      const from = col
      col += colSpan
      const above = open.get(from)
      if (merge && merge.attributes.val !== 'restart' && above) {
        above.rowSpan++
        return []
      }
      const cell = { text: childrenNamed(node, 'p').map(textOf).join('\n'), rowSpan: 1, colSpan }
      open.set(from, cell)
      return [cell]
    })
  })
  return { columns, rows, heights }
}

function textOf(node: XmlNode): string {
  if (node.name === '#text') return ''
  if (node.name === 't') return node.children.map((inner) => inner.text).join('')
  if (node.name === 'br') return '\n'
  if (node.name === 'tab') return ' '
  return node.children.map(textOf).join('')
}
