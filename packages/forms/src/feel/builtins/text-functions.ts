import { checkText, spend, spendText } from '../evaluation.ts'
import { builtin, list, number, text } from './builtin.ts'
import { safeRegExp } from './safe-regexp.ts'

/** Source: DMN 1.5, 10.3.4.3. */
export const TEXT_FUNCTIONS = {
  substring: builtin(
    { string: 'string', 'start position': 'number', length: 'number?' },
    (string, position, length) => {
      const start = number(position) < 0 ? text(string).length + number(position) : number(position) - 1
      // A length of null counts as none, as in feelin.
      const end = length === undefined ? undefined : start + (length === null ? 0 : number(length))
      return sliced(text(string), start, end)
    },
  ),
  'string length': builtin({ string: 'string' }, (string) => lengthOf(text(string))),
  'upper case': builtin({ string: 'string' }, (string) => text(string).toUpperCase()),
  'lower case': builtin({ string: 'string' }, (string) => text(string).toLowerCase()),
  'substring before': builtin({ string: 'string', match: 'string' }, (string, match) => {
    const index = text(string).indexOf(text(match))
    return index === -1 ? '' : text(string).slice(0, index)
  }),
  'substring after': builtin({ string: 'string', match: 'string' }, (string, match) => {
    const index = text(string).indexOf(text(match))
    return index === -1 ? '' : text(string).slice(index + text(match).length)
  }),
  replace: builtin(
    { input: 'string', pattern: 'string', replacement: 'string', flags: 'string?' },
    (input, pattern, replacement, flags) => replaced(text(input), text(pattern), text(replacement), flags),
  ),
  contains: builtin({ string: 'string', match: 'string' }, (string, match) => text(string).includes(text(match))),
  matches: builtin({ input: 'string', pattern: 'string', flags: 'string?' }, (input, pattern, flags) => {
    const expression = safeRegExp(text(pattern), flagsOf(flags), false, text(input).length)
    return expression?.test(text(input)) ?? null
  }),
  'starts with': builtin({ string: 'string', match: 'string' }, (string, match) =>
    text(string).startsWith(text(match)),
  ),
  'ends with': builtin({ string: 'string', match: 'string' }, (string, match) => text(string).endsWith(text(match))),
  split: builtin({ string: 'string', delimiter: 'string' }, (string, delimiter) => {
    const expression = safeRegExp(text(delimiter), '', false, text(string).length)
    if (!expression) return null
    const pieces = text(string).split(expression)
    spend(pieces.length)
    return pieces
  }),
  'string join': builtin({ list: 'list', delimiter: 'string?' }, (items, delimiter) => {
    const texts: string[] = []
    let length = 0
    for (const item of list(items)) {
      if (item === null) continue
      if (typeof item !== 'string') return null
      length += item.length
      texts.push(item)
    }
    const between = typeof delimiter === 'string' ? delimiter : ''
    checkText(length + between.length * texts.length)
    spendText(length + between.length * texts.length)
    return texts.join(between)
  }),
}

/** A part of a text, counted in characters and not in halves of them. */
function sliced(string: string, start: number, end: number | undefined): string {
  return isWide(string) ? Array.from(string).slice(start, end).join('') : string.slice(start, end)
}

function lengthOf(string: string): number {
  return isWide(string) ? Array.from(string).length : string.length
}

/** Whether a text has characters that are two code units. */
function isWide(string: string): boolean {
  return /[\ud800-\udbff]/.test(string)
}

function flagsOf(flags: unknown): string {
  return typeof flags === 'string' ? flags : ''
}

function replaced(input: string, pattern: string, replacement: string, flags: unknown): string | null {
  if (isPlain(pattern) && flagsOf(flags) === '' && !replacement.includes('$')) {
    return replacedText(input, pattern, replacement)
  }
  const expression = safeRegExp(pattern, flagsOf(flags), true, input.length)
  if (!expression) return null
  const usual = replacement.replace(/\$0/g, '$$&')
  // Every place may take the whole replacement, and `$` a piece of the input with it.
  const widest = usual.length + (usual.includes('$') ? input.length * usual.length : 0)
  const matches = input.match(expression)?.length ?? 0
  checkText(input.length + matches * widest)
  spendText(input.length + matches * widest)
  expression.lastIndex = 0
  return input.replace(expression, usual)
}

/** Whether a pattern stands for nothing but itself. */
function isPlain(pattern: string): boolean {
  return /^[\w\- ,;:：，；。、\u4e00-\u9fff]+$/.test(pattern)
}

function replacedText(input: string, searched: string, replacement: string): string {
  let count = 0
  for (let at = input.indexOf(searched); at >= 0; at = input.indexOf(searched, at + searched.length)) count += 1
  checkText(input.length + count * replacement.length)
  spendText(input.length + count * replacement.length)
  return count === 0 ? input : input.replaceAll(searched, replacement)
}
