/** The longest expression, in characters: `feelin` has no limit of its own. */
export const MAX_EXPRESSION_LENGTH = 2_000

/** A string with `{{ }}`; a type of its own so that other strings stay strings. */
export type ExpressionString = `${string}{{${string}}}${string}`

/** Whether a string of a schema is an expression: `{{ FEEL }}`, Formily's own mark. */
export function isExpression(value: unknown): value is ExpressionString {
  return typeof value === 'string' && /^\s*\{\{[\s\S]*\}\}\s*$/.test(value)
}

/** The FEEL inside `{{ }}`, or the text itself. */
export function expressionText(value: string): string {
  const trimmed = value.trim()
  return trimmed.startsWith('{{') && trimmed.endsWith('}}') ? trimmed.slice(2, -2).trim() : trimmed
}

/**
 * Formily's names `$deps`, `$self`, … are no FEEL names, so they are read as `_deps`, `_self`; strings stay as they are,
 * and every character keeps its place, so that positions of errors remain right.
 */
export function feelSource(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|\$(?=[A-Za-z])/g, (part) => (part === '$' ? '_' : part))
}
