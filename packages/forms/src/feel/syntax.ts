import type { SyntaxNode } from '@lezer/common'
import { parser, trackVariables } from 'lezer-feel'

const feelParser = parser.configure({ top: 'Expression', contextTracker: trackVariables({}) })

/** The syntax tree of a FEEL expression: `lezer-feel`'s nodes, an error node where it cannot be read. */
export function parseFeel(text: string): SyntaxNode {
  return feelParser.parse(text).topNode
}

const strictParser = feelParser.configure({ strict: true })
/** So many characters after a fault are read to say where it is: to make sense of all that follows may take long. */
const AFTER_FAULT = 64

/** The same, but of an expression that cannot be read only what tells where it fails. */
export function parseToFault(text: string): SyntaxNode {
  try {
    return strictParser.parse(text).topNode
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const at = Number(/\d+$/.exec(error.message)?.[0] ?? text.length)
    return parseFeel(text.slice(0, at + AFTER_FAULT))
  }
}

/** The parts of a node, comments left out. */
export function parts(node: SyntaxNode): SyntaxNode[] {
  const list: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) if (!child.type.isSkipped) list.push(child)
  return list
}
