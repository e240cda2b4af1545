import { refuse } from './read-zip.ts'

/** An element; text stands in `text` of the nodes named `#text`. */
export interface XmlNode {
  /** Without its prefix: `tbl` for `w:tbl`. */
  name: string
  attributes: Record<string, string>
  children: XmlNode[]
  text: string
}

const MAX_DEPTH = 200
const MAX_NODES = 500_000
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const TOKEN = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([^\s/>!?]+)([^>]*)>|([^<]+)/gy

/**
 * Parses the XML that Office writes. A document type, and with it every entity of its own, is refused.
 *
 * @throws FormError `DOCUMENT_REFUSED`
 */
export function parseXml(source: string): XmlNode {
  if (source.includes('<!DOCTYPE') || source.includes('<!ENTITY')) refuse('文件带有外部定义（DOCTYPE），没有打开。')
  const root: XmlNode = { name: '#root', attributes: {}, children: [], text: '' }
  const open = [root]
  let count = 0
  TOKEN.lastIndex = source.startsWith('\ufeff') ? 1 : 0
  for (let match = TOKEN.exec(source); match; match = TOKEN.exec(source)) {
    const [whole, cdata, closing, name, rest = '', text] = match
    const parent = open.at(-1) ?? root
    if (++count > MAX_NODES || open.length > MAX_DEPTH) refuse('文件结构过于复杂，没有打开。')
    if (text !== undefined || cdata !== undefined) {
      parent.children.push({ name: '#text', attributes: {}, children: [], text: cdata ?? decode(text ?? '') })
    } else if (closing) open.length = Math.max(1, open.length - 1)
    else if (name !== undefined) {
      const node: XmlNode = { name: local(name), attributes: attributesOf(rest), children: [], text: '' }
      parent.children.push(node)
      if (!whole.endsWith('/>')) open.push(node)
    }
  }
  return root
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name = '', double, single] of text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes[local(name)] = decode(double ?? single ?? '')
  }
  return attributes
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{1,8}));/g, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

/** The first child of that name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((inner) => inner.name === name)
}

/** Children of that name. */
export function childrenNamed(node: XmlNode | undefined, name: string): XmlNode[] {
  return (node?.children ?? []).filter((inner) => inner.name === name)
}
