import { refuse } from './refuse.ts'

/** An element; text stands in `text` of the nodes named `#text`. */
export interface XmlNode {
  /** Without its prefix: `tbl` for `w:tbl`. */
  name: string
  attributes: Record<string, string>
  children: XmlNode[]
  text: string
}

const MAX_DEPTH = 200
const MAX_NODES = 60_000
/** Characters of the attributes of one element; Word's own root has 3,000. */
const MAX_ATTRIBUTES = 20_000
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const TOKEN = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([^\s/>!?]+)([^>]*)>|([^<]+)/gy

/**
 * Parses the XML that Office writes. A document type, and with it every entity of its own, is refused.
 *
 * @throws FormError `DOCUMENT_REFUSED`
 */
export function parseXml(source: string): XmlNode {
  if (source.includes('<!DOCTYPE') || source.includes('<!ENTITY')) refuse('EXTERNAL_DEFINITION')
  const root: XmlNode = { name: '#root', attributes: {}, children: [], text: '' }
  const open = [root]
  let count = 0
  TOKEN.lastIndex = source.startsWith('\ufeff') ? 1 : 0
  for (let match = TOKEN.exec(source); match; match = TOKEN.exec(source)) {
    const [whole, cdata, closing, name, rest = '', text] = match
    const parent = open.at(-1) ?? root
    if (++count > MAX_NODES || open.length > MAX_DEPTH) refuse('TOO_COMPLEX')
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
  if (text.length > MAX_ATTRIBUTES) refuse('TOO_COMPLEX')
  const attributes: Record<string, string> = {}
  for (const [, name = '', double, single] of text.matchAll(/([^\s=]{1,80})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/g)) {
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

/** The value of the `val` of a child; '' where the child or its value is not there. */
export function childValue(node: XmlNode | undefined, name: string): string {
  return child(node, name)?.attributes.val ?? ''
}

/** Children of that name. */
export function childrenNamed(node: XmlNode | undefined, name: string): XmlNode[] {
  return (node?.children ?? []).filter((inner) => inner.name === name)
}
