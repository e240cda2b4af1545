import { compile, type FeelScope } from './compile.ts'

/**
 * The compiler to register with Formily: `Schema.registerCompiler(createFormilyCompiler())`.
 *
 * Formily calls it with the text inside `{{ }}` and its own scope (`$values`, `$record`, `$self`, `$deps`, …). Names are looked for
 * in the row (`$record`), then in the form (`$values`), then in the scope; only names the expression reads are touched, so
 * Formily's observers learn exactly what it depends on. An expression that does not parse gives `undefined`: `parseForm` has refused it before.
 */
export function createFormilyCompiler(options: { now?: () => string } = {}) {
  return (expression: string, scope: FeelScope = {}): unknown => {
    const compiled = compile(expression)
    if (compiled.issues.length > 0) return undefined
    const own: FeelScope = {}
    for (const name of compiled.dependencies) own[name] = lookUp(name, scope)
    const now = options.now?.()
    return compiled.evaluate(own, now ? { now } : {})
  }
}

function lookUp(name: string, scope: FeelScope): unknown {
  if (name === '$self') return fieldValue(scope.$self)
  if (name.startsWith('$')) return scope[name] ?? null
  for (const holder of [scope.$record, scope.$values]) {
    if (isObject(holder) && name in holder) return holder[name]
  }
  return scope[name] ?? null
}

/** Formily's `$self` is the field; FEEL wants its value. */
function fieldValue(self: unknown): unknown {
  return isObject(self) ? { value: self.value } : null
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
