import type { SyntaxNode } from '@lezer/common'
import { builtinNamed } from '../builtins/builtins.ts'
import { call, spend } from '../evaluation.ts'
import { parts } from '../syntax.ts'
import { type Arguments, FeelFunction } from '../values/feel-function.ts'
import { FeelRange, isIn } from '../values/feel-range.ts'
import { type Code, type CompileNode, type Compiling, child, codeOf, constantOf, type Frame } from './code.ts'
import { nameOf } from './lists.ts'
import { variable } from './names.ts'

/** Invocations, definitions and the dates that look like one. Source: DMN 1.5, 10.3.2.13. */
export const FUNCTIONS: Record<string, CompileNode> = {
  FunctionInvocation: (children, compiling) => invocation(children, compiling),
  SpecialFunctionName: (_, { text }, node) => constantOf(builtinNamed(nameOf(text(node))) ?? null),
  DateTimeConstructor: (_, { text }, node) => constantOf(builtinNamed(nameOf(text(node))) ?? null),
  DateTimeLiteral(children, compiling) {
    const [literal] = children
    if (literal && children.length === 1) return compiling.code(literal)
    return invocation(children, compiling)
  },
  AtLiteral(children, { code }) {
    const text = code(child(children, 0))
    const at = builtinNamed('@')
    const value = at?.invoke([text.constant?.value]) ?? null
    return constantOf(value)
  },
  FunctionDefinition(children, compiling) {
    const formal = children.find((part) => part.name === 'FormalParameters')
    const names = formal ? parts(formal).map((parameter) => parameterName(parameter, compiling)) : []
    const body = children.find((part) => part.name === 'FunctionBody')
    if (!body || children.some((part) => part.name === 'external')) return constantOf(null)
    const inner = names.reduce((within, name) => within.within(variable(name, within.names)), compiling)
    const code = inner.code(child(parts(body), 0))
    return codeOf(
      (at) =>
        new FeelFunction(names, (args) => {
          spend(code.size)
          let frame: Frame = at
          for (const index of names.keys()) frame = { value: args[index], up: frame }
          return call(() => code.run(frame))
        }),
      [code],
    )
  },
}

function parameterName(parameter: SyntaxNode, { text }: Compiling): string {
  const [name] = parts(parameter)
  return name ? nameOf(text(name)) : ''
}

function invocation(children: SyntaxNode[], compiling: Compiling): Code {
  const target = compiling.code(child(children, 0))
  const args = argumentsOf(child(children, 2), compiling)
  const inner = [target, ...args.codes]
  const run = (at: Frame) => callable(target.run(at))?.invoke(args.read(at)) ?? null
  const isFixed = target.constant && args.codes.every((code) => code.constant)
  if (!isFixed || !PURE.has(nameOf(compiling.text(child(children, 0))))) return codeOf(run, inner)
  return folded(codeOf(run, inner))
}

/** Invocations with fixed arguments that give the same at any time: `date("2024-06-01")` is made once. */
const PURE: ReadonlySet<string> = new Set(['date', 'time', 'date and time', 'duration'])

function folded(code: Code): Code {
  try {
    return { ...code, ...constantOf(code.run({ value: {}, up: undefined })) }
  } catch {
    return code
  }
}

function argumentsOf(node: SyntaxNode, compiling: Compiling): { codes: Code[]; read: (at: Frame) => Arguments } {
  if (node.name !== 'NamedParameters') {
    const codes = node.name === 'PositionalParameters' ? parts(node).map(compiling.code) : []
    return { codes, read: (at) => codes.map((code) => code.run(at)) }
  }
  const named = parts(node).map((parameter) => ({
    name: parameterName(parameter, compiling),
    code: compiling.code(child(parts(parameter), 1)),
  }))
  return {
    codes: named.map(({ code }) => code),
    read: (at) => new Map(named.map(({ name, code }) => [name, code.run(at)])),
  }
}

/** A function, or a range asked whether it holds a value. */
function callable(value: unknown): FeelFunction | undefined {
  if (value instanceof FeelFunction) return value
  return value instanceof FeelRange ? new FeelFunction(['value'], ([item]) => isIn(value, item)) : undefined
}
