import { flatten } from './flatten.ts'
import { MOST_TEXT, type OfficeDocument, type OfficeLine } from './office-document.ts'
import { child, childValue, parseXml, type XmlNode } from './parse-xml.ts'
import { nothingFound, paragraphText } from './read-paragraph.ts'
import { readWordTable, type TableCounter } from './read-word-table.ts'
import type { Zip } from './read-zip.ts'
import { refuse } from './refuse.ts'

/** Reads the text and all tables of the body of a .docx. @throws FormError `DOCUMENT_REFUSED` */
export function readDocx(zip: Zip, part: string): OfficeDocument {
  const body = child(child(parseXml(zip.read(part) ?? ''), 'document'), 'body')
  if (!body) refuse('BROKEN')
  const counter: TableCounter = { tables: 0 }
  const blocks = flatten(body).flatMap(({ node, controls }) => readBlock(node, controls, counter))
  const size = child(child(body, 'sectPr'), 'pgSz')?.attributes ?? {}
  return { blocks, landscape: size.orient === 'landscape' || Number(size.w) > Number(size.h) }
}

function readBlock(node: XmlNode, controls: XmlNode[], counter: TableCounter): OfficeDocument['blocks'] {
  if (node.name === 'tbl') return [readWordTable(node, counter)]
  if (node.name !== 'p') return []
  const found = nothingFound()
  const text = paragraphText(node, found, controls).slice(0, MOST_TEXT)
  const inBoxes = found.boxes.flatMap((box) => readBlock(box, [], counter))
  const lines = text.split('\n').map((line) => readLine(node, line, found.pageBreak))
  return [...lines.filter((line) => line.text.trim() !== '' || line.pageBreak), ...inBoxes]
}

function readLine(paragraph: XmlNode, text: string, pageBreak: boolean): OfficeLine {
  const properties = child(paragraph, 'pPr')
  const sizes = flatten(paragraph).map(({ node }) => Number(childValue(child(node, 'rPr'), 'sz')) || 0)
  const heading = /^(heading|title|标题)/i.test(childValue(properties, 'pStyle'))
  return {
    kind: 'line',
    text,
    size: Math.max(heading ? 32 : 0, ...sizes),
    centered: childValue(properties, 'jc') === 'center' || heading,
    pageBreak,
  }
}
