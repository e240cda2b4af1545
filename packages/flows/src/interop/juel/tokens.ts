import { scan } from '../../scan.ts'

/** Words of the expression language of Java (JUEL), inside `${…}`. */
export type Token = { kind: 'name' | 'sign' | 'text'; text: string } | { kind: 'number'; text: string }

const TOKEN =
  /\s*(?:('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)|((?:variables|vars|var):[A-Za-z]+(?=\s*\()|[\p{L}_$][\p{L}\p{N}_$]*)|(&&|\|\||[=!<>]=|[-+*/%!<>?:.,()[\]]))/uy

/** Longer ones are no conditions that people wrote. */
const MAX_LENGTH = 2_000

/** Undefined when a sign is no part of the language. */
export function tokenize(text: string): Token[] | undefined {
  if (text.length > MAX_LENGTH) return undefined
  return scan(TOKEN, text)?.map(([, string, number, name, sign]): Token => {
    if (string !== undefined) return { kind: 'text', text: string.slice(1, -1).replace(/\\(.)/g, '$1') }
    if (number !== undefined) return { kind: 'number', text: number }
    if (name !== undefined) return WORD_SIGNS[name] ?? { kind: 'name', text: name }
    return { kind: 'sign', text: sign ?? '' }
  })
}

const sign = (text: string): Token => ({ kind: 'sign', text })

/** Operators that have a word as well. */
const WORD_SIGNS: Readonly<Record<string, Token>> = Object.assign(Object.create(null), {
  and: sign('&&'),
  or: sign('||'),
  not: sign('!'),
  eq: sign('=='),
  ne: sign('!='),
  lt: sign('<'),
  gt: sign('>'),
  le: sign('<='),
  ge: sign('>='),
  div: sign('/'),
  mod: sign('%'),
  empty: sign('empty'),
})
