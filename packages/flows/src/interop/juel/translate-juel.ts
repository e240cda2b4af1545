import type { Text } from '../../text.ts'
import { type Juel, parseJuel } from './parse-juel.ts'
import { ToFeel } from './to-feel.ts'
import { Untranslatable } from './untranslatable.ts'

export type Translated = { feel: string } | { why: Text }

/**
 * The FEEL of a JUEL expression, without `${}` and `{{ }}`. Nothing is evaluated: the text is parsed and written anew.
 *
 * @param as `condition`: it is asked whether it is true; `value`: its value is used
 * @param renamed names of variables that are called otherwise here
 */
export function translateJuel(
  text: string,
  as: 'condition' | 'value',
  renamed: ReadonlyMap<string, string> = new Map(),
): Translated {
  const juel = parseJuel(text)
  if (!juel) return { why: { zh: '这个表达式读不懂', en: 'it is not an expression that can be read' } }
  try {
    const feel = new ToFeel(renamed)
    return { feel: withoutOuterParentheses(juel, as === 'condition' ? feel.truth(juel) : feel.value(juel)) }
  } catch (error) {
    if (error instanceof Untranslatable) return { why: error.why }
    throw error
  }
}

/** A value is written in parentheses where it may be an operand; alone it needs none. */
function withoutOuterParentheses({ kind }: Juel, text: string): string {
  const compound = kind === 'binary' || kind === 'choice'
  return compound && text.startsWith('(') && closesAtEnd(text) ? text.slice(1, -1) : text
}

function closesAtEnd(text: string): boolean {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]
    if (char === '"' && text[at - 1] !== '\\') quoted = !quoted
    if (quoted) continue
    if (char === '(') depth += 1
    if (char === ')') depth -= 1
    if (depth === 0) return at === text.length - 1
  }
  return false
}
