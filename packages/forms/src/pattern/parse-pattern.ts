import { type CharSet, CLASS_ESCAPES, EVERYTHING, union, without } from './char-set.ts'

/** A regular expression of the subset whose running time can be told. */
export type PatternNode =
  | { kind: 'set'; set: CharSet }
  | { kind: 'start' | 'end' }
  | { kind: 'sequence'; items: PatternNode[] }
  | { kind: 'choice'; options: PatternNode[] }
  | { kind: 'repeat'; body: PatternNode; min: number; max: number }

/** A construct outside the subset. */
export class UnsupportedPattern extends Error {}

const CONTROL: Record<string, number> = { t: 9, n: 10, v: 11, f: 12, r: 13, 0: 0 }
const NEWLINES: CharSet = [
  [10, 10],
  [13, 13],
  [0x2028, 0x2029],
]

/** @throws UnsupportedPattern for look-around, back references, `\b`, `\p`, named groups */
export function parsePattern(source: string): PatternNode {
  const reader = { source, at: 0, depth: 0 }
  const node = choice(reader)
  if (reader.at < source.length) throw new UnsupportedPattern('多余的右括号')
  return node
}

interface Reader {
  source: string
  at: number
  depth: number
}

function peek(reader: Reader): string {
  return reader.source.charAt(reader.at)
}

function take(reader: Reader): string {
  const character = reader.source.charAt(reader.at)
  if (character === '') throw new UnsupportedPattern('没有写完')
  reader.at++
  return character
}

function choice(reader: Reader): PatternNode {
  const options = [sequence(reader)]
  while (peek(reader) === '|') {
    reader.at++
    options.push(sequence(reader))
  }
  return options.length === 1 && options[0] ? options[0] : { kind: 'choice', options }
}

function sequence(reader: Reader): PatternNode {
  const items: PatternNode[] = []
  while (reader.at < reader.source.length && peek(reader) !== '|' && peek(reader) !== ')') {
    items.push(repeated(reader, atom(reader)))
  }
  return { kind: 'sequence', items }
}

function repeated(reader: Reader, body: PatternNode): PatternNode {
  const bounds = quantifier(reader)
  if (!bounds) return body
  if (body.kind === 'start' || body.kind === 'end') throw new UnsupportedPattern('重复的 ^ 或 $')
  if (peek(reader) === '?') reader.at++
  return { kind: 'repeat', body, ...bounds }
}

function quantifier(reader: Reader): { min: number; max: number } | undefined {
  const simple: Record<string, [number, number]> = {
    '*': [0, Number.POSITIVE_INFINITY],
    '+': [1, Number.POSITIVE_INFINITY],
    '?': [0, 1],
  }
  const known = simple[peek(reader)]
  if (known) {
    reader.at++
    return { min: known[0], max: known[1] }
  }
  const braces = /^\{(\d{1,5})(,(\d{1,5})?)?\}/.exec(reader.source.slice(reader.at))
  if (!braces) return undefined
  reader.at += braces[0].length
  const min = Number(braces[1])
  return {
    min,
    max: braces[2] === undefined ? min : braces[3] === undefined ? Number.POSITIVE_INFINITY : Number(braces[3]),
  }
}

function atom(reader: Reader): PatternNode {
  const character = take(reader)
  switch (character) {
    case '^':
      return { kind: 'start' }
    case '$':
      return { kind: 'end' }
    case '.':
      return { kind: 'set', set: without(NEWLINES) }
    case '(':
      return group(reader)
    case '[':
      return { kind: 'set', set: characterClass(reader) }
    case '\\':
      return { kind: 'set', set: escaped(reader) }
    case '*':
    case '+':
    case '?':
      throw new UnsupportedPattern(`「${character}」前面没有内容`)
    default:
      return { kind: 'set', set: single(character.charCodeAt(0)) }
  }
}

function group(reader: Reader): PatternNode {
  if (peek(reader) === '?') {
    if (reader.source.slice(reader.at, reader.at + 2) !== '?:') throw new UnsupportedPattern('不支持环视和命名分组')
    reader.at += 2
  }
  if (++reader.depth > 20) throw new UnsupportedPattern('括号层数太多')
  const inner = choice(reader)
  reader.depth--
  if (take(reader) !== ')') throw new UnsupportedPattern('括号没有配对')
  return inner
}

function escaped(reader: Reader): CharSet {
  const character = take(reader)
  const known = CLASS_ESCAPES[character]
  if (known) return known
  const control = CONTROL[character]
  if (control !== undefined) return single(control)
  if (character === 'u' || character === 'x') {
    const digits = reader.source.slice(reader.at, reader.at + (character === 'u' ? 4 : 2))
    if (!/^[\da-fA-F]+$/.test(digits) || digits.length < 2)
      throw new UnsupportedPattern(`\\${character} 后面应是十六进制数字`)
    reader.at += digits.length
    return single(Number.parseInt(digits, 16))
  }
  if (/[A-Za-z0-9]/.test(character)) throw new UnsupportedPattern(`不支持 \\${character}`)
  return single(character.charCodeAt(0))
}

function characterClass(reader: Reader): CharSet {
  const negated = peek(reader) === '^'
  if (negated) reader.at++
  const sets: CharSet[] = []
  while (peek(reader) !== ']') {
    const from = classMember(reader)
    if (peek(reader) === '-' && reader.source.charAt(reader.at + 1) !== ']') {
      reader.at++
      sets.push(range(from, classMember(reader)))
    } else sets.push(from)
  }
  reader.at++
  const set = union(...sets)
  return negated ? without(set) : set.length > 0 ? set : EVERYTHING
}

function classMember(reader: Reader): CharSet {
  const character = take(reader)
  return character === '\\' ? escaped(reader) : single(character.charCodeAt(0))
}

function range(from: CharSet, to: CharSet): CharSet {
  const [start, end] = [from[0]?.[0] ?? 0, to.at(-1)?.[1] ?? 0]
  if (from.length !== 1 || to.length !== 1 || start > end) throw new UnsupportedPattern('字符范围写反了')
  return [[start, end]]
}

function single(code: number): CharSet {
  return [[code, code]]
}
