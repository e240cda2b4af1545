import type { SyntaxNode } from '@lezer/common'
import { parts } from '../syntax.ts'
import { type Code, type CompileNode, type Compiling, child } from './code.ts'
import { COMPARISONS } from './comparisons.ts'
import { CONTEXTS } from './contexts.ts'
import { FUNCTIONS } from './functions.ts'
import { ITERATION } from './iteration.ts'
import { LISTS, nameOf } from './lists.ts'
import { LITERALS } from './literals.ts'
import { type Names, nameCode } from './names.ts'
import { OPERATORS } from './operators.ts'
import { TYPES } from './types.ts'

/** Every construct of FEEL by its node of the grammar; what it means is in the file of its list. */
const NODES: ReadonlyMap<string, CompileNode> = new Map(
  Object.entries({
    ...LITERALS,
    ...OPERATORS,
    ...COMPARISONS,
    ...LISTS,
    ...ITERATION,
    ...FUNCTIONS,
    ...CONTEXTS,
    ...TYPES,
    Expression: (children, { code }) => code(child(children, 0)),
    ParenthesizedExpression: (children, { code }) => code(child(children, 1)),
    VariableName: (_, compiling, node) => nameCode(nameOf(compiling.written(node)), compiling),
    '?': (_, compiling) => nameCode('?', compiling),
  } satisfies Record<string, CompileNode>),
)

/** The deepest that parts of an expression may lie in one another. */
export const MAX_DEPTH = 200

/** A syntax tree that is too deep, or has a node that is no expression. */
export class TreeRefused extends Error {}

/** A whole expression, compiled. */
export interface CompiledTree {
  code: Code
  /** The names it looks for in its scope, exactly: those it binds itself are none, functions of FEEL may be. */
  reads: string[]
}

/**
 * Compiles a syntax tree without error nodes into closures.
 *
 * @param feel the text that was parsed
 * @param written the same text with Formily's `$`
 * @throws TreeRefused
 */
export function compileTree(root: SyntaxNode, feel: string, written: string): CompiledTree {
  let depth = 0
  const reads = new Set<string>()
  const compilingWith = (names: Names | undefined): Compiling => {
    const compiling: Compiling = {
      names,
      reads,
      text: (node) => feel.slice(node.from, node.to),
      written: (node) => written.slice(node.from, node.to),
      within: compilingWith,
      code(node) {
        const compileNode = NODES.get(node.name)
        if (!compileNode) throw new TreeRefused('表达式里有读不懂的部分')
        depth += 1
        if (depth > MAX_DEPTH) throw new TreeRefused(`表达式最多嵌套 ${MAX_DEPTH} 层`)
        const code = compileNode(parts(node), compiling, node)
        depth -= 1
        return code
      },
    }
    return compiling
  }
  return { code: compilingWith(undefined).code(root), reads: [...reads] }
}
