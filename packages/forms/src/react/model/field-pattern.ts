import type { FieldAccess } from '../../access/access.ts'
import { componentOf } from '../../components/components.ts'
import { compile, isExpression } from '../../feel/index.ts'
import type { FieldSchema, FormDefinition, FormValues } from '../../schema/form-definition.ts'
import { formPlan } from '../../values/field-plan.ts'
import { type Answer, ask, type Question, question } from '../../values/question.ts'

/** Formily's `pattern` of a field: what access allows, the form's own rules may only narrow. */
export type FieldPattern = 'editable' | 'readPretty' | 'disabled'

/** Decides the patterns of the fields of one form; an expression is evaluated again when something it reads has changed. */
export function createFieldPatterns(form: FormDefinition) {
  const { keys } = formPlan(form)
  const asked = new Map<string, { question: Question; answer?: Answer }>()

  function holds(condition: Condition, values: FormValues): boolean {
    if (!isExpression(condition)) return condition === true
    const known = asked.get(condition) ?? { question: question(condition) }
    const asking = { scope: { values, keys, up: undefined }, self: null, now: new Date().toISOString() }
    const answer = ask(known.question, asking, known.answer)
    asked.set(condition, { ...known, answer })
    return answer.result === true
  }

  return (schema: FieldSchema, access: FieldAccess, values: FormValues) =>
    decided(schema, access, (condition) => holds(condition, values))
}

/** The pattern of one field, or of a cell, where these values are seen. */
export function fieldPattern(schema: FieldSchema, access: FieldAccess, values: FormValues): FieldPattern {
  return decided(schema, access, (condition) =>
    isExpression(condition) ? compile(condition).evaluate(values) === true : condition === true,
  )
}

type Condition = boolean | string | undefined

function decided(schema: FieldSchema, access: FieldAccess, holds: (condition: Condition) => boolean): FieldPattern {
  if (access !== 'edit' || componentOf(schema).system || isComputed(schema)) return 'readPretty'
  if (holds(schema['x-read-only'])) return 'readPretty'
  return holds(schema['x-disabled']) ? 'disabled' : 'editable'
}

function isComputed(schema: FieldSchema): boolean {
  return schema['x-value'] !== undefined
}
