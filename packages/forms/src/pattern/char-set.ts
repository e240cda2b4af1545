/** A set of UTF-16 code units as sorted, disjoint, inclusive ranges. */
export type CharSet = ReadonlyArray<readonly [number, number]>

const LAST = 0xffff

export const EVERYTHING: CharSet = [[0, LAST]]
export const NOTHING: CharSet = []
const code = (character: string) => character.charCodeAt(0)
const DIGITS: CharSet = [[code('0'), code('9')]]
const WORD: CharSet = [
  [code('0'), code('9')],
  [code('A'), code('Z')],
  [code('_'), code('_')],
  [code('a'), code('z')],
]
const SPACE: CharSet = [
  [9, 13],
  [32, 32],
  [160, 160],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
]

/** Sets of `\d`, `\w`, `\s` and their opposites. */
export const CLASS_ESCAPES: Record<string, CharSet> = {
  d: DIGITS,
  D: without(DIGITS),
  w: WORD,
  W: without(WORD),
  s: SPACE,
  S: without(SPACE),
}

/** All that is not in the set. */
export function without(set: CharSet): CharSet {
  const rest: Array<[number, number]> = []
  let next = 0
  for (const [from, to] of set) {
    if (from > next) rest.push([next, from - 1])
    next = to + 1
  }
  if (next <= LAST) rest.push([next, LAST])
  return rest
}

export function union(...sets: CharSet[]): CharSet {
  const all = sets.flat().toSorted((a, b) => a[0] - b[0])
  const merged: Array<[number, number]> = []
  for (const [from, to] of all) {
    const last = merged.at(-1)
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}

export function overlap(a: CharSet, b: CharSet): boolean {
  return a.some(([from, to]) => b.some(([start, end]) => from <= end && start <= to))
}
