import type { Text } from '../text.ts'
import { translateJuel } from './juel/translate-juel.ts'

/** What became of a text: ours, or the reason why there is none. */
export type Read = { text: string } | { why: Text }

type Renamed = ReadonlyMap<string, string>

const WHOLE = /^\s*[$#]\{([\s\S]*)\}\s*$/
const PART = /[$#]\{([^{}]*)\}/g

/**
 * A condition: `${…}`, `#{…}` or, with Camunda 8, `=` and FEEL. Undefined when the text is none of these.
 *
 * @returns FEEL without `{{ }}`
 */
export function readConditionText(text: string, renamed: Renamed): Read | undefined {
  if (/^\s*=/.test(text)) return { text: text.replace(/^\s*=\s*/, '').trim() }
  if (!hasExpression(text)) return undefined
  const inner = wholeOf(text)
  return inner === undefined
    ? { why: { zh: '不止一个表达式', en: 'it is more than one expression' } }
    : ours(translateJuel(inner, 'condition', renamed))
}

/** A value: an expression as above, or the bare name of a variable. */
export function readValue(text: string, renamed: Renamed): Read {
  if (/^\s*=/.test(text)) return { text: text.replace(/^\s*=\s*/, '').trim() }
  return ours(translateJuel(wholeOf(text) ?? text, 'value', renamed))
}

/** A text with expressions in it; each becomes `{{ FEEL }}`. */
export function readText(text: string, renamed: Renamed): Read {
  if (/^\s*=/.test(text)) return ofFeel(text.replace(/^\s*=\s*/, '').trim())
  const whys: Text[] = []
  const translated = text.replace(PART, (_, inner: string) => {
    const read = translateJuel(inner, 'value', renamed)
    if ('feel' in read) return `{{ ${read.feel} }}`
    whys.push(read.why)
    return ''
  })
  if (hasExpression(translated)) whys.push({ zh: '这个表达式读不懂', en: 'it is not an expression that can be read' })
  return whys[0] === undefined ? { text: translated } : { why: whys[0] }
}

/** `="text"` is a text after all. */
function ofFeel(feel: string): Read {
  const [, literal] = /^"([^"\\]*)"$/.exec(feel) ?? []
  return { text: literal ?? `{{ ${feel} }}` }
}

export function hasExpression(text: string): boolean {
  return /[$#]\{/.test(text)
}

function wholeOf(text: string): string | undefined {
  const inner = WHOLE.exec(text)?.[1]
  return inner === undefined || hasExpression(inner) ? undefined : inner
}

function ours(translated: { feel: string } | { why: Text }): Read {
  return 'feel' in translated ? { text: translated.feel } : translated
}
