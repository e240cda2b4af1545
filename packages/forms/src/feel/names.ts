import type { SyntaxNode } from '@lezer/common'
import { BUILTIN_NAMES } from './builtins/builtins.ts'
import { parts } from './syntax.ts'

/** A name an expression uses, and where. */
export interface UsedName {
  /** `明细`, or `明细.金额` where the path is plain. */
  name: string
  from: number
  /** Inside a filter `明细[金额 > 3]`, where a name may be an entry of the item as well. */
  inFilter: boolean
}

/**
 * Names of values that an expression reads from its scope: not the ones it binds itself, not functions of FEEL. In a filter of a table
 * whose columns are among `known`, a column's name is the column and nothing else; without that every name is one of the scope.
 */
export function usedNames(tree: SyntaxNode, source: string, known: ReadonlySet<string> | undefined): UsedName[] {
  const used: UsedName[] = []
  collect(tree, { source, known: known ?? new Set(), isOpen: !known, used, bound: new Set(), tables: [] })
  return used
}

interface Collecting {
  source: string
  known: ReadonlySet<string>
  /** Any name may exist. */
  isOpen: boolean
  used: UsedName[]
  bound: ReadonlySet<string>
  /** Paths of what is filtered around, innermost first; `undefined` where it has no path. */
  tables: ReadonlyArray<string | undefined>
}

function text(node: SyntaxNode, source: string): string {
  return source.slice(node.from, node.to).replace(/\s+/g, ' ').trim()
}

function collect(node: SyntaxNode, at: Collecting): void {
  switch (node.name) {
    case 'VariableName':
      use(node, text(node, at.source), at)
      return
    case 'PathExpression':
      collectPath(node, at)
      return
    case 'InstanceOfExpression':
      if (node.firstChild) collect(node.firstChild, at)
      return
    case 'FilterExpression':
      collectFilter(node, at)
      return
    default:
      collectScope(node, at)
  }
}

function collectFilter(node: SyntaxNode, at: Collecting): void {
  const [target, ...rest] = parts(node)
  if (!target) return
  collect(target, at)
  const inside = { ...at, bound: new Set([...at.bound, 'item']), tables: [tableOf(target, at), ...at.tables] }
  for (const part of rest) collect(part, inside)
}

/** The path of a list, seen through filters and parentheses. */
function tableOf(node: SyntaxNode, at: Collecting): string | undefined {
  switch (node.name) {
    case 'VariableName': {
      const name = text(node, at.source)
      return at.bound.has(name) ? undefined : name
    }
    case 'PathExpression':
      return plainPath(node, at.source)
    case 'FilterExpression':
    case 'ParenthesizedExpression': {
      const inner = parts(node)[node.name === 'FilterExpression' ? 0 : 1]
      return inner && tableOf(inner, at)
    }
    default:
      return undefined
  }
}

/** Nodes that bind names: for, some, every, function and contexts bind them for everything inside. */
function collectScope(node: SyntaxNode, at: Collecting): void {
  const binders: Record<string, string> = {
    InExpressions: 'InExpression',
    FormalParameters: 'FormalParameter',
    Context: 'ContextEntry',
  }
  const bound = new Set(at.bound)
  const holder = node.name === 'Context' ? node : parts(node).find((child) => binders[child.name])
  if (holder && binders[holder.name]) {
    for (const binder of parts(holder)) {
      if (binder.name === binders[holder.name] && binder.firstChild) bound.add(text(binder.firstChild, at.source))
    }
    if (node.name === 'ForExpression') bound.add('partial')
  }
  for (const child of parts(node)) collect(child, bound.size > at.bound.size ? { ...at, bound } : at)
}

function collectPath(node: SyntaxNode, at: Collecting): void {
  const name = plainPath(node, at.source)
  if (name === undefined) {
    if (node.firstChild) collect(node.firstChild, at)
  } else use(node, name, at)
}

/** `a.b` when the target is a plain name, else `undefined`. */
function plainPath(node: SyntaxNode, source: string): string | undefined {
  const [target, , property] = parts(node)
  if (target?.name !== 'VariableName' || property?.name !== 'PathName') return undefined
  return `${text(target, source)}.${text(property, source)}`
}

function use(node: SyntaxNode, name: string, at: Collecting): void {
  const root = name.split('.')[0] ?? name
  if (at.bound.has(root)) return
  if (BUILTIN_NAMES.has(root) && !at.known.has(root)) return
  const table = at.tables.find((path) => path !== undefined && at.known.has(`${path}.${root}`))
  const inFilter = at.tables.length > 0
  if (table !== undefined) at.used.push({ name: `${table}.${root}`, from: node.from, inFilter })
  else if (!inFilter || at.isOpen || at.known.has(root)) at.used.push({ name, from: node.from, inFilter })
}
