import type { FieldAccess } from '../../access/access.ts'
import { componentOf } from '../../components/components.ts'
import { compile, isExpression } from '../../feel/index.ts'
import type { FieldSchema, FormValues } from '../../schema/form-definition.ts'

/** Formily's `pattern` of a field: what access allows, the form's own rules may only narrow. */
export function fieldPattern(
  schema: FieldSchema,
  access: FieldAccess,
  values: FormValues,
): 'editable' | 'readPretty' | 'disabled' {
  if (access !== 'edit' || componentOf(schema).system || isComputed(schema)) return 'readPretty'
  if (holds(schema['x-read-only'], values)) return 'readPretty'
  return holds(schema['x-disabled'], values) ? 'disabled' : 'editable'
}

function isComputed(schema: FieldSchema): boolean {
  return schema['x-value'] !== undefined
}

function holds(condition: boolean | string | undefined, values: FormValues): boolean {
  if (!isExpression(condition)) return condition === true
  return compile(condition).evaluate(values) === true
}
