import { FlowError } from '../errors.ts'

/** Largest diagram taken, in bytes of UTF-8, and the deepest nesting of its elements. */
export const MAX_BYTES = 2_000_000
export const MAX_DEPTH = 100

/**
 * Refuses what is dangerous to parse, before it is parsed: diagrams too large, too deep, or with a DOCTYPE
 * (entity bombs, external entities). One pass over the text, whatever it holds.
 *
 * @throws FlowError `DIAGRAM_TOO_LARGE`, `DIAGRAM_INVALID`
 */
export function checkLimits(xml: string): void {
  if (typeof xml !== 'string') throw new FlowError('DIAGRAM_INVALID', { reason: 'no text' })
  // A character is at least one byte, so the cheap test comes first.
  const bytes = xml.length > MAX_BYTES ? xml.length : new TextEncoder().encode(xml).length
  if (bytes > MAX_BYTES) throw new FlowError('DIAGRAM_TOO_LARGE', { bytes, limit: MAX_BYTES })

  let depth = 0
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const skipped = SKIPPED.find(([opening]) => xml.startsWith(opening, at))
    if (skipped) {
      at = after(xml, skipped[1], at)
      continue
    }
    if (xml.startsWith('<!', at)) throw new FlowError('DIAGRAM_INVALID', { reason: 'a DOCTYPE is not allowed' })
    const end = endOfTag(xml, at)
    if (xml[at + 1] === '/') depth -= 1
    else if (xml[end - 1] !== '/') depth += 1
    if (depth > MAX_DEPTH) throw new FlowError('DIAGRAM_TOO_LARGE', { depth, limit: MAX_DEPTH })
    at = end + 1
  }
}

const SKIPPED = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

function after(xml: string, closing: string, from: number): number {
  const found = xml.indexOf(closing, from)
  if (found < 0) throw new FlowError('DIAGRAM_INVALID', { reason: `no ${closing}` })
  return found + closing.length
}

/** Where the `>` of the tag at `from` is; one in quotes is none. */
function endOfTag(xml: string, from: number): number {
  let quote = ''
  for (let at = from + 1; at < xml.length; at += 1) {
    const char = xml[at]
    if (quote) {
      if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (char === '>') return at
  }
  throw new FlowError('DIAGRAM_INVALID', { reason: 'a tag does not end' })
}
