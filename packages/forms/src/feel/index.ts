/** `@zhupi/forms/feel`: FEEL, compiled and cached. Knows nothing of forms. */
export { BUILTIN_NAMES } from './builtins/builtins.ts'
export {
  type CompiledExpression,
  type CompileOptions,
  compile,
  type EvaluateOptions,
  type FeelScope,
} from './compile.ts'
export { createFormilyCompiler } from './formily-compiler.ts'
export { expressionText, isExpression, MAX_EXPRESSION_LENGTH } from './source.ts'
export { chinaDay } from './temporal/china-day.ts'
