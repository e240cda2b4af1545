import { scan } from '../scan.ts'

/**
 * Conditions over one name that can be decided: comparisons of a name with literals, `in` lists and ranges, joined by
 * `and`, `or`, `not()` and parentheses. Everything else is not read, and nothing is said about it.
 */
export type Literal = string | number | boolean

export interface Condition {
  name: string
  /** Every literal it compares with: all of one type. */
  literals: Literal[]
  holds(value: Literal): boolean
}

const TOKEN =
  /\s*(?:("(?:[^"\\]|\\.)*")|(-?\d+(?:\.\d+)?)|(!=|<=|>=|\.\.|[=<>()[\],])|([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_-]*)*))/uy

/** Undefined when the text is more than this understands. */
export function readCondition(text: string): Condition | undefined {
  const tokens = tokenize(text)
  if (!tokens) return undefined
  const reader = new Reader(tokens)
  const holds = reader.or()
  const [name, ...others] = reader.names
  const [type, ...types] = new Set(reader.literals.map((literal) => typeof literal))
  if (!holds || !reader.atEnd || name === undefined || others.length > 0 || types.length > 0 || !type) return undefined
  return { name, literals: reader.literals, holds }
}

type Token = { kind: 'text' | 'number' | 'sign' | 'word'; text: string }
type Test = (value: Literal) => boolean

function tokenize(text: string): Token[] | undefined {
  return scan(TOKEN, text)?.map(([, string, number, sign, word]): Token => {
    if (string !== undefined) return { kind: 'text', text: string }
    if (number !== undefined) return { kind: 'number', text: number }
    return sign === undefined ? { kind: 'word', text: word ?? '' } : { kind: 'sign', text: sign }
  })
}

const COMPARE: Record<string, (value: Literal, other: Literal) => boolean> = {
  '=': (value, other) => value === other,
  '!=': (value, other) => value !== other,
  '<': (value, other) => value < other,
  '<=': (value, other) => value <= other,
  '>': (value, other) => value > other,
  '>=': (value, other) => value >= other,
}

const MIRRORED: Record<string, string> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' }

class Reader {
  readonly names = new Set<string>()
  readonly literals: Literal[] = []
  private readonly tokens: readonly Token[]
  private at = 0

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  get atEnd(): boolean {
    return this.at === this.tokens.length
  }

  or(): Test | undefined {
    return this.joined(
      'or',
      () =>
        this.joined(
          'and',
          () => this.single(),
          (one, two) => (value) => one(value) && two(value),
        ),
      (one, two) => (value) => one(value) || two(value),
    )
  }

  private joined(word: string, part: () => Test | undefined, join: (one: Test, two: Test) => Test): Test | undefined {
    let test = part()
    while (test && this.take(word)) {
      const next = part()
      test = next && join(test, next)
    }
    return test
  }

  private single(): Test | undefined {
    const negated = this.take('not')
    if (negated || this.peek('(')) {
      if (!this.take('(')) return undefined
      const inner = this.or()
      if (!inner || !this.take(')')) return undefined
      return negated ? (value) => !inner(value) : inner
    }
    const literal = this.literal()
    return literal === undefined ? this.afterName() : this.mirrored(literal)
  }

  private mirrored(literal: Literal): Test | undefined {
    const sign = this.tokens[this.at]?.text ?? ''
    const compare = COMPARE[MIRRORED[sign] ?? sign]
    this.at += 1
    if (!compare || !this.isOrdered(sign, literal) || !this.name()) return undefined
    return (value) => compare(value, literal)
  }

  private afterName(): Test | undefined {
    if (!this.name()) return undefined
    if (this.take('in')) return this.membership()
    const sign = this.tokens[this.at]?.text ?? ''
    const compare = COMPARE[sign]
    this.at += 1
    const literal = compare && this.literal()
    if (!compare || literal === undefined || !this.isOrdered(sign, literal)) return undefined
    return (value) => compare(value, literal)
  }

  /** Only numbers are told apart by their order: text is too rarely compared so to be worth a mistake. */
  private isOrdered(sign: string, literal: Literal): boolean {
    return sign === '=' || sign === '!=' || typeof literal === 'number'
  }

  private membership(): Test | undefined {
    const round = this.take('(')
    if (!round && !this.take('[')) return undefined
    const first = this.literal()
    if (first === undefined) return undefined
    if (this.take('..')) return this.range(first, !round)
    const list = [first]
    while (this.take(',')) {
      const next = this.literal()
      if (next === undefined) return undefined
      list.push(next)
    }
    return this.take(round ? ')' : ']') ? (value) => list.includes(value) : undefined
  }

  private range(from: Literal, closed: boolean): Test | undefined {
    const to = this.literal()
    if (typeof from !== 'number' || typeof to !== 'number') return undefined
    const closedEnd = this.take(']')
    if (!closedEnd && !this.take(')')) return undefined
    return (value) =>
      typeof value === 'number' && (closed ? value >= from : value > from) && (closedEnd ? value <= to : value < to)
  }

  private name(): boolean {
    const token = this.tokens[this.at]
    if (token?.kind !== 'word' || KEYWORDS.has(token.text)) return false
    this.names.add(token.text)
    this.at += 1
    return true
  }

  private literal(): Literal | undefined {
    const token = this.tokens[this.at]
    const literal = token && literalOf(token)
    if (literal === undefined) return undefined
    this.literals.push(literal)
    this.at += 1
    return literal
  }

  private peek(text: string): boolean {
    const token = this.tokens[this.at]
    return token !== undefined && token.kind !== 'text' && token.text === text
  }

  private take(text: string): boolean {
    if (!this.peek(text)) return false
    this.at += 1
    return true
  }
}

const KEYWORDS = new Set([
  'and',
  'or',
  'not',
  'in',
  'null',
  'true',
  'false',
  'if',
  'then',
  'else',
  'for',
  'some',
  'every',
])

function literalOf({ kind, text }: Token): Literal | undefined {
  if (kind === 'number') return Number(text)
  if (kind === 'text') return text.includes('\\') ? undefined : text.slice(1, -1)
  if (kind === 'word' && (text === 'true' || text === 'false')) return text === 'true'
  return undefined
}

/**
 * Values that stand for all others: conditions over these literals cannot tell any further value from one of them.
 * Where all numbers are whole, only whole ones are taken: the field may well be a count.
 */
export function samples(literals: readonly Literal[], domain: readonly string[] | undefined): Literal[] {
  if (typeof literals[0] === 'boolean') return [true, false]
  if (typeof literals[0] === 'string') return domain ? [...domain] : [...new Set(literals), OTHER]
  const numbers = [...new Set(literals.filter((literal) => typeof literal === 'number'))].sort((one, two) => one - two)
  const whole = numbers.every(Number.isInteger)
  const between = numbers.slice(1).map((number, index) => {
    const before = numbers[index] ?? number
    return whole ? before + 1 : (before + number) / 2
  })
  return [(numbers[0] ?? 0) - 1, ...numbers, ...between, (numbers.at(-1) ?? 0) + 1].sort((one, two) => one - two)
}

/** Stands for every text that is not written in a condition. */
export const OTHER = '\u0000other'
