import { FlowError } from '../errors.ts'

/**
 * Splits FEEL at its commas, those in strings, brackets and ranges left alone: `[1..5], "a,b"` gives two parts. In a range
 * `]` may open and `[` close.
 *
 * @throws FlowError `DECISION_INVALID` with `text` when a string or a bracket does not end
 */
export function splitTests(text: string): string[] {
  const parts = partsOf(text)
  if (!parts) throw new FlowError('DECISION_INVALID', { text, reason: 'a string or a bracket does not end' })
  return parts
}

/** The same; undefined when a string or a bracket does not end, or ends without a beginning. */
export function partsOf(text: string): string[] | undefined {
  const parts: string[] = []
  /** Each bracket that is open: whether a `..` stands in it. */
  const open: boolean[] = []
  let from = 0
  let before = ''
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? ''
    if (char.trim() === '') continue
    if (char === '"') {
      at = endOfString(text, at)
      if (at < 0) return undefined
    } else if (text.startsWith('..', at)) open.splice(-1, 1, true)
    else if (opens(char, before, open.at(-1) ?? false)) open.push(false)
    else if (closes(char)) {
      if (open.pop() === undefined) return undefined
    } else if (char === ',' && open.length === 0) {
      parts.push(text.slice(from, at))
      from = at + 1
    }
    before = char
  }
  if (open.length > 0) return undefined
  return [...parts, text.slice(from)].map((part) => part.trim())
}

function opens(char: string, before: string, inRange: boolean): boolean {
  if (char === '(' || char === '{') return true
  if (char === '[') return !inRange || '.(,'.includes(before)
  return char === ']' && ['', ',', '('].includes(before)
}

function closes(char: string): boolean {
  return [')', '}', ']', '['].includes(char)
}

function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '"') return at
  }
  return -1
}

/** Replaces every `?` outside of strings. */
export function replaceMark(text: string, value: string): string {
  return text.replace(/"(?:\\.|[^"\\])*"|\?/g, (found) => (found === '?' ? value : found))
}
