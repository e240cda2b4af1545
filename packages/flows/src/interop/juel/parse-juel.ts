import { type Token, tokenize } from './tokens.ts'

export type Binary = '&&' | '||' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%'

/** An expression of JUEL as a tree. */
export type Juel =
  | { kind: 'literal'; value: string | number | boolean | null }
  | { kind: 'name'; name: string }
  | { kind: 'property'; target: Juel; name: string }
  | { kind: 'index'; target: Juel; index: Juel }
  | { kind: 'method'; target: Juel; name: string; args: Juel[] }
  | { kind: 'function'; name: string; args: Juel[] }
  | { kind: 'unary'; operator: '!' | '-' | 'empty'; operand: Juel }
  | { kind: 'binary'; operator: Binary; left: Juel; right: Juel }
  | { kind: 'choice'; condition: Juel; yes: Juel; no: Juel }

/** From the loosest to the tightest. */
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
]

/** Deeper than people nest. */
const MAX_DEPTH = 60

/** Undefined when the text is no JUEL, or more of it than this reads. Source: Jakarta Expression Language 3.0, clause 1. */
export function parseJuel(text: string): Juel | undefined {
  const tokens = tokenize(text)
  if (!tokens) return undefined
  try {
    return new Parser(tokens).whole()
  } catch (error) {
    if (error instanceof NotJuel) return undefined
    throw error
  }
}

/** Unwinds the parser from wherever it finds what is no JUEL. */
class NotJuel extends Error {}

class Parser {
  private readonly tokens: readonly Token[]
  private at = 0
  private depth = 0

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  whole(): Juel {
    const expression = this.choice()
    if (this.at < this.tokens.length) throw new NotJuel()
    return expression
  }

  private choice(): Juel {
    this.depth += 1
    if (this.depth > MAX_DEPTH) throw new NotJuel()
    const condition = this.binary(0)
    const found = this.take('?') ? this.branches(condition) : condition
    this.depth -= 1
    return found
  }

  private branches(condition: Juel): Juel {
    const yes = this.choice()
    this.expect(':')
    return { kind: 'choice', condition, yes, no: this.choice() }
  }

  private binary(level: number): Juel {
    const operators = LEVELS[level]
    if (!operators) return this.unary()
    let left = this.binary(level + 1)
    for (
      let found = operators.find((sign) => this.peek(sign));
      found;
      found = operators.find((sign) => this.peek(sign))
    ) {
      this.at += 1
      left = { kind: 'binary', operator: found as Binary, left, right: this.binary(level + 1) }
    }
    return left
  }

  private unary(): Juel {
    for (const operator of ['!', '-', 'empty'] as const) {
      if (!this.take(operator)) continue
      this.depth += 1
      if (this.depth > MAX_DEPTH) throw new NotJuel()
      const operand = this.unary()
      this.depth -= 1
      return { kind: 'unary', operator, operand }
    }
    return this.postfix()
  }

  private postfix(): Juel {
    let target = this.primary()
    for (;;) {
      if (this.take('.')) target = this.member(target)
      else if (this.take('[')) {
        const index = this.choice()
        this.expect(']')
        target = { kind: 'index', target, index }
      } else return target
    }
  }

  private member(target: Juel): Juel {
    const token = this.tokens[this.at]
    if (token?.kind !== 'name') throw new NotJuel()
    this.at += 1
    const args = this.args()
    return args ? { kind: 'method', target, name: token.text, args } : { kind: 'property', target, name: token.text }
  }

  private args(): Juel[] | undefined {
    if (!this.take('(')) return undefined
    const args: Juel[] = []
    if (this.take(')')) return args
    do args.push(this.choice())
    while (this.take(','))
    this.expect(')')
    return args
  }

  private primary(): Juel {
    const token = this.tokens[this.at]
    if (!token) throw new NotJuel()
    this.at += 1
    if (token.kind === 'number') return { kind: 'literal', value: Number(token.text) }
    if (token.kind === 'text') return { kind: 'literal', value: token.text }
    if (token.kind === 'name') return this.named(token.text)
    if (token.text !== '(') throw new NotJuel()
    const inner = this.choice()
    this.expect(')')
    return inner
  }

  private named(name: string): Juel {
    if (name === 'true' || name === 'false') return { kind: 'literal', value: name === 'true' }
    if (name === 'null') return { kind: 'literal', value: null }
    const args = this.args()
    return args ? { kind: 'function', name, args } : { kind: 'name', name }
  }

  private peek(text: string): boolean {
    const token = this.tokens[this.at]
    return token?.kind === 'sign' && token.text === text
  }

  private take(text: string): boolean {
    if (!this.peek(text)) return false
    this.at += 1
    return true
  }

  private expect(text: string): void {
    if (!this.take(text)) throw new NotJuel()
  }
}
