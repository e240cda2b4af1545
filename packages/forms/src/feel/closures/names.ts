import { normalizeContextKey } from 'lezer-feel'
import { builtinNamed } from '../builtins/builtins.ts'
import { entryOf, entryReader } from '../values/entry.ts'
import { type Code, type Compiling, codeOf, type Evaluate, type Frame } from './code.ts'

/**
 * Bindings around a part of an expression, innermost first: a variable; an item whose entries are names, in a filter; a context in the
 * making, whose entries are names for what follows.
 */
export interface Names {
  kind: 'variable' | 'item' | 'context'
  name: string
  up: Names | undefined
}

export function variable(name: string, up: Names | undefined): Names {
  return { kind: 'variable', name: normalizeContextKey(name), up }
}

export function item(up: Names | undefined): Names {
  return { kind: 'item', name: 'item', up }
}

export function context(up: Names | undefined): Names {
  return { kind: 'context', name: '', up }
}

/** Reads a name where it is bound, else from the scope, else a function of FEEL, else null. */
export function nameCode(name: string, { names, reads }: Pick<Compiling, 'names' | 'reads'>): Code {
  return codeOf(readerOf(normalizeContextKey(name), names, reads))
}

function readerOf(name: string, names: Names | undefined, reads: Set<string>): Evaluate {
  const builtin = builtinNamed(name) ?? null
  const steps: Array<{ depth: number; names: Names }> = []
  let depth = 0
  for (let at = names; at; at = at.up, depth += 1) {
    if (at.kind === 'variable' && at.name !== name) continue
    steps.push({ depth, names: at })
    if (at.kind === 'variable') break
  }
  const last = steps.at(-1)
  const ends = last?.names.kind === 'variable'
  if (!ends) reads.add(name)
  const outer: Evaluate = ends ? variableReader(last.depth, builtin) : scopeReader(name, depth, builtin)
  return steps
    .slice(0, ends ? -1 : undefined)
    .reduceRight((next, step) => bindingReader(name, step.depth, step.names.kind, next), outer)
}

function frameAt(at: Frame, depth: number): Frame {
  let frame = at
  for (let left = depth; left > 0 && frame.up; left -= 1) frame = frame.up
  return frame
}

function variableReader(depth: number, builtin: unknown): Evaluate {
  if (depth === 0) return (at) => (at.value === undefined ? builtin : at.value)
  return (at) => {
    const { value } = frameAt(at, depth)
    return value === undefined ? builtin : value
  }
}

function scopeReader(name: string, depth: number, builtin: unknown): Evaluate {
  const entry = entryReader(name)
  if (depth === 0) return (at) => entry(at.value) ?? orBuiltin(at.value, name, builtin)
  return (at) => {
    const { value } = frameAt(at, depth)
    return entry(value) ?? orBuiltin(value, name, builtin)
  }
}

/** A name that is there with null hides a function of FEEL. */
function orBuiltin(scope: unknown, name: string, builtin: unknown): unknown {
  return builtin !== null && entryOf(scope, name) === undefined ? builtin : null
}

function bindingReader(name: string, depth: number, kind: Names['kind'], next: Evaluate): Evaluate {
  const entry = entryReader(name)
  const isItem = kind === 'item' && name === 'item'
  return (at) => {
    const { value } = depth === 0 ? at : frameAt(at, depth)
    const found = entry(value)
    if (found !== undefined) return found
    return isItem ? value : next(at)
  }
}
