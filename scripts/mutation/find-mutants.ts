import ts from 'typescript'

/** One small change of a source. `start` and `end` are offsets in its text; a `return` has no width. */
export interface Mutant {
  start: number
  end: number
  /** What takes the place of an expression; of a `statement`, which is left out, and of a `return`, empty. */
  text: string
  kind: 'expression' | 'statement' | 'return'
  line: number
  /** For people: what becomes what. */
  what: string
}

const OPERATORS: Readonly<Record<string, string>> = {
  ...{ '===': '!==', '!==': '===', '<': '<=', '<=': '<', '>': '>=', '>=': '>' },
  ...{ '&&': '||', '||': '&&', '+': '-', '-': '+' },
}

/** All changes of a source that this tool knows: comparisons, booleans, constants, statements left out, early returns. */
export function findMutants(source: string): Mutant[] {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true)
  const found: Mutant[] = []
  const add = (node: ts.Node, kind: Mutant['kind'], text: string, what: string, start = node.getStart(file)) => {
    const line = file.getLineAndCharacterOfPosition(start).line + 1
    found.push({ start, end: kind === 'return' ? start : node.getEnd(), text, kind, line, what })
  }
  const replace = (node: ts.Node, text: string) => add(node, 'expression', text, `${short(node)} -> ${short(text)}`)
  const short = (node: ts.Node | string) =>
    (typeof node === 'string' ? node : node.getText(file)).replace(/\s+/g, ' ').slice(0, 70)

  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return
    if (ts.isBinaryExpression(node)) {
      const { left, operatorToken, right } = node
      const operator = OPERATORS[operatorToken.getText(file)]
      // At the start of a statement a bracket would go on with the line before.
      const inside = !ts.isExpressionStatement(node.parent)
      if (operator && inside) replace(node, `${left.getText(file)} ${operator} ${right.getText(file)}`)
      if (operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken && inside) replace(node, left.getText(file))
    } else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
      replace(node, node.operand.getText(file))
    } else if (node.kind === ts.SyntaxKind.TrueKeyword) replace(node, 'false')
    else if (node.kind === ts.SyntaxKind.FalseKeyword) replace(node, 'true')
    else if (ts.isNumericLiteral(node)) replace(node, `${node.getText(file)} + 1`)
    else if (ts.isConditionalExpression(node)) replace(node.condition, 'false')
    else if (ts.isIfStatement(node)) replace(node.expression, 'false')
    else if (ts.isExpressionStatement(node)) add(node, 'statement', '', `${short(node)} -> left out`)
    if (ts.isFunctionLike(node) && 'body' in node && node.body && ts.isBlock(node.body) && !isConstructor(node)) {
      add(node.body, 'return', '', `${short(node)} -> returns at once`, node.body.getStart(file) + 1)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

const isConstructor = (node: ts.Node) => ts.isConstructorDeclaration(node)

/** The source with all of these in it, each done only where `mutant(id)` says so. */
export function withSwitches(source: string, mutants: readonly (Mutant & { id: number })[]): string {
  const sorted = [...mutants].sort((one, other) => one.start - other.start || other.end - one.end)
  const render = (from: number, to: number, inside: readonly (Mutant & { id: number })[]): string => {
    let text = ''
    let place = from
    for (let index = 0; index < inside.length; ) {
      const outer = inside[index]!
      const rest = inside.slice(index + 1)
      const others = rest.findIndex(({ start, end }) => start >= outer.end && end > outer.start)
      const within = others < 0 ? rest : rest.slice(0, others)
      text += source.slice(place, outer.start) + switched(outer, render(outer.start, outer.end, within))
      place = outer.end
      index += within.length + 1
    }
    return text + source.slice(place, to)
  }
  return render(0, source.length, sorted)
}

function switched({ id, kind, text }: Mutant & { id: number }, original: string): string {
  if (kind === 'return') return `if (globalThis.mutant(${id})) return;`
  if (kind === 'statement') return `{ if (!globalThis.mutant(${id})) { ${original} } }`
  return `(globalThis.mutant(${id}) ? (${text}) : (${original}))`
}
