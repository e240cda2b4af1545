import type { SyntaxNode } from '@lezer/common'
import { FormError } from '../errors.ts'
import type { Issue } from '../schema/issue.ts'
import type { Code } from './closures/code.ts'
import { type CompiledTree, compileTree, TreeRefused } from './closures/compile-tree.ts'
import { evaluation } from './evaluation.ts'
import { FeelFailure, tooCostly } from './failure.ts'
import { usedNames } from './names.ts'
import { plain } from './plain.ts'
import { expressionText, feelSource, MAX_EXPRESSION_LENGTH } from './source.ts'
import { parseToFault } from './syntax.ts'

/** What an expression reads: names of values to plain JSON. Names that are missing are null. */
export type FeelScope = Record<string, unknown>

export interface CompileOptions {
  /** Names that exist, with `table.column` for paths; a name that is not among them is an issue. Absent: any name may exist. */
  names?: Iterable<string>
}

export interface EvaluateOptions {
  /** The instant that `now()` and `today()` say, ISO 8601; absent is the machine's clock. */
  now?: string
}

/** A compiled expression; the same object is returned for the same text and names. */
export interface CompiledExpression {
  /** FEEL without `{{ }}`. */
  source: string
  /**
   * @returns plain JSON; null for what FEEL leaves undefined
   * @throws FormError `EXPRESSION_INVALID` when there are issues of syntax or size, `EXPRESSION_TOO_COSTLY` when it would take too long
   */
  evaluate(scope: FeelScope, options?: EvaluateOptions): unknown
  /** Names at the root that the expression reads, without its own variables and FEEL's functions: `['明细', '税率']`. */
  dependencies: string[]
  /** The same with plain paths as written: `['明细.金额', '税率']`. */
  paths: string[]
  /**
   * What the result is made of, exactly: the names looked for in the scope, functions of FEEL included, `now` and `today` for the
   * clock. Where these have the same values the result is the same.
   */
  reads: string[]
  /** `EXPRESSION_SYNTAX`, `EXPRESSION_TOO_LONG`, `EXPRESSION_TOO_DEEP`, `UNKNOWN_NAME`; `path` is empty. */
  issues: Issue[]
}

const CACHE_SIZE = 5_000
const cache = new Map<string, CompiledExpression>()

/** Compiles FEEL, with or without `{{ }}`. Never throws; what is wrong is in `issues`. */
export function compile(expression: string, options: CompileOptions = {}): CompiledExpression {
  const names = options.names && new Set(options.names)
  const key = names ? `${expression}\u0000${[...names].sort().join('\u0001')}` : expression
  const known = cache.get(key)
  if (known) return known
  const compiled = compileNew(expression, names)
  if (cache.size >= CACHE_SIZE) cache.delete(cache.keys().next().value ?? '')
  cache.set(key, compiled)
  return compiled
}

function compileNew(expression: string, names: ReadonlySet<string> | undefined): CompiledExpression {
  const source = expressionText(expression)
  if (source.length > MAX_EXPRESSION_LENGTH) {
    return invalid(source.slice(0, 40), {
      code: 'EXPRESSION_TOO_LONG',
      path: [],
      message: `表达式最多 ${MAX_EXPRESSION_LENGTH} 个字符，现有 ${source.length} 个`,
    })
  }
  const feel = feelSource(source)
  const tree = parseToFault(feel)
  const fault = syntaxFault(tree, feel)
  if (fault) return invalid(source, fault)
  const made = treeOrIssue(tree, feel, source)
  if ('message' in made) return invalid(source, made)
  const used = usedNames(tree, source, names)
  const paths = [...new Set(used.map(({ name }) => name))]
  return {
    source,
    dependencies: [...new Set(paths.map(root))],
    paths,
    reads: made.reads,
    issues: names ? unknownNames(used, names) : [],
    evaluate: (scope, { now } = {}) => evaluation(now, () => resultOf(made.code, scope)),
  }
}

function treeOrIssue(tree: SyntaxNode, feel: string, source: string): CompiledTree | Issue {
  try {
    // Dates written out are read now, with a budget of their own: the last evaluation may have left none.
    return evaluation(undefined, () => compileTree(tree, feel, source))
  } catch (error) {
    if (error instanceof TreeRefused) return { code: 'EXPRESSION_TOO_DEEP', path: [], message: error.message }
    throw error
  }
}

/** FEEL has no exceptions (DMN 1.5, 10.3.2.13.1): an operation that fails is null. */
function resultOf(code: Code, scope: FeelScope): unknown {
  try {
    return plain(code.run({ value: scope, up: undefined }))
  } catch (error) {
    if (error instanceof FeelFailure) return null
    // The engine's own limits: a stack or a text too long.
    if (error instanceof RangeError) tooCostly('表达式的中间结果太大或嵌套太深')
    throw error
  }
}

function root(name: string): string {
  return name.split('.')[0] ?? name
}

function invalid(source: string, issue: Issue): CompiledExpression {
  return {
    source,
    dependencies: [],
    paths: [],
    reads: [],
    issues: [issue],
    evaluate() {
      throw new FormError('EXPRESSION_INVALID', { source, issues: [issue] })
    },
  }
}

function syntaxFault(tree: SyntaxNode, feel: string): Issue | undefined {
  const at = firstError(tree)
  if (at === undefined) return undefined
  const near = feel.slice(at, at + 12)
  const message = near === '' ? '表达式没有写完' : `表达式在第 ${at + 1} 个字符「${near}」处读不懂`
  return { code: 'EXPRESSION_SYNTAX', path: [], message }
}

function firstError(tree: SyntaxNode): number | undefined {
  let at: number | undefined
  tree.cursor().iterate((node) => {
    if (node.type.isError && at === undefined) at = node.from
    return at === undefined
  })
  return at
}

function unknownNames(used: ReturnType<typeof usedNames>, names: ReadonlySet<string>): Issue[] {
  const issues: Issue[] = []
  for (const { name, inFilter } of used) {
    const first = root(name)
    const hasParts = [...names].some((item) => item.startsWith(`${first}.`))
    const exists = name === first ? names.has(name) : names.has(first) && (!hasParts || names.has(name))
    if (exists || inFilter) continue
    issues.push({ code: 'UNKNOWN_NAME', path: [], message: `表达式里的「${name}」不存在` })
  }
  return issues
}
