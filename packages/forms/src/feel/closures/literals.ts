import { type Code, type CompileNode, constantOf } from './code.ts'

/** Literals: `null`, `true`, `1.5`, `"text"`. */
export const LITERALS: Record<string, CompileNode> = {
  null: () => constantOf(null),
  BooleanLiteral: (_, { text }, node) => constantOf(text(node) === 'true'),
  NumericLiteral: (_, { text }, node) => constantOf(numberOf(text(node))),
  StringLiteral: (_, { text }, node) => textCode(text(node)),
}

function textCode(literal: string): Code {
  return constantOf(textOf(literal))
}

function numberOf(literal: string): number {
  return literal.includes('.') ? Number.parseFloat(literal) : Number.parseInt(literal, 10)
}

const ESCAPES: Record<string, string> = { '"': '"', '\\': '\\', n: '\n', r: '\r', t: '\t' }

/** The text of a literal in quotes. Source: DMN 1.5, 10.3.1.2, grammar rule 62. */
export function textOf(literal: string): string {
  return literal
    .replace(/^"/, '')
    .replace(/"$/, '')
    .replace(/\\(["\\nrtNRT])|\\u([a-f0-9]{5,6})|((?:\\u[a-f0-9]{1,4})+)/gi, (all, letter, point, units) => {
      if (letter) return ESCAPES[String(letter).toLowerCase()] ?? all
      if (point) return Number.parseInt(point, 16) > 0x10ffff ? all : String.fromCodePoint(Number.parseInt(point, 16))
      return String.fromCharCode(
        ...String(units)
          .split(/\\u/i)
          .slice(1)
          .map((unit) => Number.parseInt(unit, 16)),
      )
    })
}
