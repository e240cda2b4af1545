/** Texts of a diagram that may be FEEL: `{{ 单位所属区域 }}` as a whole, or with words around it. */

const WHOLE = /^\s*\{\{([\s\S]*)\}\}\s*$/
const PART = /\{\{([\s\S]*?)\}\}/g

/** The FEEL of a text that is one expression as a whole, else undefined. */
export function feelOf(text: string): string | undefined {
  const inner = WHOLE.exec(text)?.[1]
  return inner === undefined || inner.includes('{{') ? undefined : inner.trim()
}

/** The FEEL of a condition, written with or without `{{ }}`; `=` in front is Camunda 8's habit. */
export function conditionOf(text: string): string {
  return feelOf(text) ?? text.trim().replace(/^=\s*/, '')
}

/**
 * The value of a text: what its expression gives when it is one, else the text with every `{{ }}` in it filled in.
 * @param evaluate takes FEEL without `{{ }}`
 */
export function fill(text: string, evaluate: (expression: string) => unknown): unknown {
  if (!text.includes('{{')) return text
  const whole = feelOf(text)
  if (whole !== undefined) return evaluate(whole)
  return text.replace(PART, (_, inner: string) => String(evaluate(inner.trim()) ?? ''))
}
