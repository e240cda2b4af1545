import { type CharSet, NOTHING, overlap, union } from './char-set.ts'
import { type PatternNode, parsePattern, UnsupportedPattern } from './parse-pattern.ts'

/** Ways a backtracking matcher may try where the pattern leaves it a choice. */
const MAX_WAYS = 256
/** A repeat of more steps counts as endless. */
const MANY = 64
const MAX_REPEATS = 1_000

/**
 * Says why a pattern is not known to run in time linear in the text.
 *
 * Accepted are patterns of characters, classes, groups, alternatives and repeats in which a matcher that goes back (as browsers' and
 * Node's do) has at most one endless choice, and nothing endless after it: `^[A-Z]{2}\d+$`, `^\d+(\.\d{1,2})?$`. Look-around, back
 * references and `^(a+)+$` are not.
 *
 * @returns `undefined` when it is safe, else the reason in Chinese
 */
export function patternFault(source: string): string | undefined {
  try {
    new RegExp(source)
    const tree = parsePattern(source)
    const { endless } = analyse(tree, { set: NOTHING, endless: false })
    return endless && !startsAtStart(tree) ? '含有 * 或 + 的正则要以 ^ 开头' : undefined
  } catch (error) {
    if (error instanceof UnsupportedPattern) return error.message
    return '不是正则表达式'
  }
}

/** What comes after a node: the characters it may begin with, and whether something endless is among it. */
interface After {
  set: CharSet
  endless: boolean
}

interface Analysis {
  /** Characters the node and, where it may be empty, what follows may begin with. */
  first: CharSet
  empty: boolean
  /** Ways to match the same text, at most. */
  ways: number
  /** Whether it holds an endless repeat. */
  endless: boolean
  /** Whether it holds an endless repeat that does not know from the next character where to stop. */
  wavering: boolean
}

function analyse(node: PatternNode, after: After): Analysis {
  switch (node.kind) {
    case 'set':
      return { first: node.set, empty: false, ways: 1, endless: false, wavering: false }
    case 'start':
      return { first: after.set, empty: true, ways: 1, endless: false, wavering: false }
    case 'end':
      return { first: NOTHING, empty: false, ways: 1, endless: false, wavering: false }
    case 'sequence':
      return analyseSequence(node.items, after)
    case 'choice':
      return analyseChoice(node.options, after)
    case 'repeat':
      return analyseRepeat(node, after)
  }
}

function analyseSequence(items: PatternNode[], after: After): Analysis {
  let result: Analysis = { first: after.set, empty: true, ways: 1, endless: false, wavering: false }
  for (const item of items.toReversed()) {
    const part = analyse(item, { set: result.first, endless: after.endless || result.endless })
    result = {
      first: part.empty ? union(part.first, result.first) : part.first,
      empty: part.empty && result.empty,
      ways: limited(part.ways * result.ways),
      endless: part.endless || result.endless,
      wavering: part.wavering || result.wavering,
    }
  }
  return result
}

function analyseChoice(options: PatternNode[], after: After): Analysis {
  const parts = options.map((option) => analyse(option, after))
  const clear = parts.every((part, index) => parts.slice(index + 1).every((other) => !overlap(part.first, other.first)))
  const ways = parts.map((part) => part.ways)
  return {
    first: union(...parts.map((part) => part.first)),
    empty: parts.some((part) => part.empty),
    ways: limited(clear ? Math.max(...ways) : ways.reduce((sum, count) => sum + count, 0)),
    endless: parts.some((part) => part.endless),
    wavering: parts.some((part) => part.wavering),
  }
}

function analyseRepeat({ body, min, max }: Extract<PatternNode, { kind: 'repeat' }>, after: After): Analysis {
  if (max < min) throw new UnsupportedPattern('重复次数写反了')
  if (min > MAX_REPEATS || (Number.isFinite(max) && max > MAX_REPEATS))
    throw new UnsupportedPattern(`重复次数最多 ${MAX_REPEATS}`)
  const alone = analyse(body, { set: NOTHING, endless: false })
  const again = max > 1 ? union(alone.first, after.set) : after.set
  const inner = analyse(body, { set: again, endless: after.endless || alone.endless })
  if (inner.empty && max > 1) throw new UnsupportedPattern('重复的内容可以为空，运行时间没有保证')
  if (inner.wavering && max > 1) throw new UnsupportedPattern('重复里又有 * 或 +，运行时间没有保证')
  const endless = max - min > MANY
  const clear = min === max || !overlap(alone.first, after.set)
  if (inner.ways > 1 && endless) throw new UnsupportedPattern('重复的内容有多种读法，运行时间没有保证')
  if (endless && !clear && after.endless) throw new UnsupportedPattern('前一个重复停在哪里有多种读法，运行时间没有保证')
  return {
    first: min === 0 ? union(alone.first, after.set) : alone.first,
    empty: min === 0 || inner.empty,
    ways: endless ? 1 : limited(inner.ways ** max * (clear ? 1 : max - min + 1)),
    endless: endless || inner.endless,
    wavering: (endless && !clear) || inner.wavering,
  }
}

function limited(ways: number): number {
  if (ways > MAX_WAYS) throw new UnsupportedPattern('读法太多，运行时间没有保证')
  return ways
}

function startsAtStart(node: PatternNode): boolean {
  if (node.kind === 'start') return true
  if (node.kind === 'choice') return node.options.every(startsAtStart)
  return node.kind === 'sequence' && node.items[0] !== undefined && startsAtStart(node.items[0])
}
