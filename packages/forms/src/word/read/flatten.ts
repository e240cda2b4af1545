import { child, type XmlNode } from './parse-xml.ts'

/** Wrappers that only mark what they hold. */
const TRANSPARENT = new Set([
  'ins',
  'moveTo',
  'smartTag',
  'customXml',
  'hyperlink',
  'fldSimple',
  'sdtContent',
  'bdo',
  'dir',
])
/** What a tracked change took away. */
const REMOVED = new Set(['del', 'moveFrom'])

/** A node of the document and the content controls around it, outermost first. */
export interface Unwrapped {
  node: XmlNode
  controls: XmlNode[]
}

/** Children as the reader of the accepted document sees them: wrappers opened, deletions gone, one of each pair of alternatives. */
export function flatten(parent: XmlNode | undefined, controls: XmlNode[] = []): Unwrapped[] {
  return (parent?.children ?? []).flatMap((node): Unwrapped[] => {
    if (REMOVED.has(node.name)) return []
    if (TRANSPARENT.has(node.name)) return flatten(node, controls)
    if (node.name === 'sdt') {
      const properties = child(node, 'sdtPr')
      return flatten(child(node, 'sdtContent'), properties ? [...controls, properties] : controls)
    }
    if (node.name === 'AlternateContent') return flatten(child(node, 'Choice') ?? child(node, 'Fallback'), controls)
    return [{ node, controls }]
  })
}
