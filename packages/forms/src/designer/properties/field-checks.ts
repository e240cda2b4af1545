import { expressionText, isExpression } from '../../feel/index.ts'
import { checkValidators } from '../../schema/check-validators.ts'
import type { FieldSchema, Validator } from '../../schema/form-definition.ts'

/** What a check asks of a value. */
export type CheckKind = 'format' | 'pattern' | 'rule'

/** One entry of `x-validator` as the panel shows it; `rule` is FEEL without its braces. */
export interface FieldCheck {
  kind: CheckKind
  /** Name of the format, the pattern, or the expression; '' while nothing was entered. */
  asked: string
  /** Said where the value is wrong; '' for the usual words. */
  message: string
}

/** The checks of a field; an entry that asks several things at once is several of them. */
export function checksOf(schema: FieldSchema): FieldCheck[] {
  const validators = schema['x-validator']
  const entries = validators === undefined ? [] : Array.isArray(validators) ? validators : [validators]
  return entries.flatMap((validator): FieldCheck[] => {
    if (typeof validator === 'string') {
      return [isExpression(validator) ? check('rule', validator) : check('format', validator)]
    }
    const { format, pattern, rule, message } = validator
    return [
      ...(format === undefined ? [] : [check('format', format, message)]),
      ...(pattern === undefined ? [] : [check('pattern', pattern, message)]),
      ...(rule === undefined ? [] : [check('rule', rule, message)]),
    ]
  })
}

function check(kind: CheckKind, text: string, message = ''): FieldCheck {
  return { kind, asked: kind === 'rule' ? expressionText(text).trim() : text, message }
}

/** `x-validator` of the checks that are whole; `undefined` when there is none. */
export function validatorsOf(checks: readonly FieldCheck[]): Validator[] | undefined {
  const whole = checks.filter(({ asked }) => asked.trim() !== '')
  if (whole.length === 0) return undefined
  return whole.map(({ kind, asked, message }) => ({
    [kind]: kind === 'rule' ? `{{ ${asked.trim()} }}` : asked,
    ...(message.trim() !== '' && { message: message.trim() }),
  }))
}

/** What is wrong with one check on its own, in a sentence; names in expressions are checked with the whole form. */
export function checkFault(one: FieldCheck): string | undefined {
  const issues: Parameters<typeof checkValidators>[2] = []
  checkValidators({ 'x-validator': validatorsOf([one]) ?? [] }, [], issues)
  return issues[0]?.message
}
