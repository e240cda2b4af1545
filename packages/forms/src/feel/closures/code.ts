import type { SyntaxNode } from '@lezer/common'
import type { Names } from './names.ts'

/** Where a value of a name is found at run time: one frame for each binding around an expression, the scope outermost. */
export interface Frame {
  value: unknown
  readonly up: Frame | undefined
}

export type Evaluate = (at: Frame) => unknown

/** A part of an expression, compiled. */
export interface Code {
  run: Evaluate
  /** Nodes of the syntax tree in it: the steps one run of it counts. */
  size: number
  /** Present when it is the same whatever the scope. */
  constant?: { value: unknown }
}

/** Compiles the parts of one expression; `names` are those bound around the part at hand. */
export interface Compiling {
  names: Names | undefined
  /** Collects the names that are looked for in the scope, functions of FEEL included. */
  reads: Set<string>
  /** The characters of a node. */
  text(node: SyntaxNode): string
  /** The characters of a node as the author wrote them: `$deps` is `_deps` for the grammar. */
  written(node: SyntaxNode): string
  code(node: SyntaxNode): Code
  /** Compiles parts with more names bound. */
  within(names: Names | undefined): Compiling
}

export type CompileNode = (children: SyntaxNode[], compiling: Compiling, node: SyntaxNode) => Code

/** A code that runs others. */
export function codeOf(run: Evaluate, inner: readonly Code[] = []): Code {
  return { run, size: inner.reduce((sum, code) => sum + code.size, 1) }
}

export function constantOf(value: unknown): Code {
  return { run: () => value, size: 1, constant: { value } }
}

/** The child at a place. @throws Error when the grammar has no such child */
export function child(children: SyntaxNode[], index: number): SyntaxNode {
  const found = children[index]
  if (!found) throw new Error(`a node has no part ${index}`)
  return found
}
