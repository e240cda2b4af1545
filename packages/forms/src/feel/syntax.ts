import type { SyntaxNode } from '@lezer/common'
import { parser, trackVariables } from 'lezer-feel'

const feelParser = parser.configure({ top: 'Expression', contextTracker: trackVariables({}) })

/** The syntax tree of a FEEL expression: `lezer-feel`'s nodes, an error node where it cannot be read. */
export function parseFeel(text: string): SyntaxNode {
  return feelParser.parse(text).topNode
}

/** The parts of a node, comments left out. */
export function parts(node: SyntaxNode): SyntaxNode[] {
  const list: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) if (!child.type.isSkipped) list.push(child)
  return list
}
