import type { SyntaxNode } from '@lezer/common'
import { expressionText } from '../../feel/index.ts'
import { feelSource } from '../../feel/source.ts'
import { parseFeel } from '../../feel/syntax.ts'

/** A name in an expression that denotes a field. */
export interface Reference {
  /** Path of the field: `姓名`, `明细.金额`. */
  path: string
  /** Characters of the name in the FEEL text: of `金额` alone in `明细.金额`. */
  from: number
  to: number
}

/** Which paths are fields; `''` is the form itself. */
export interface FieldNames {
  has(path: string): boolean
}

interface Scope {
  text: string
  fields: FieldNames
  /** Records whose fields are names here, the nearest first: `['明细', '']`. */
  records: readonly string[]
  /** Names the expression binds itself, with the record they stand for. */
  bound: ReadonlyMap<string, string | undefined>
  found: Reference[]
}

/**
 * Every place where an expression names a field, seen through filters, iterations and paths: `明细[金额 > 3].金额` names
 * `明细` and twice `明细.金额`. What cannot be told is left out.
 *
 * @param expression FEEL with or without `{{ }}`; positions are within the text without them
 * @param at path of the sub-table whose row the expression sees, or ''
 */
export function referencesIn(expression: string, fields: FieldNames, at = ''): Reference[] {
  const text = feelSource(expressionText(expression))
  const records = at === '' ? [''] : [at, '']
  const scope: Scope = { text, fields, records, bound: new Map(), found: [] }
  visit(parsed(text), scope)
  return scope.found.sort((a, b) => a.from - b.from)
}

const trees = new Map<string, SyntaxNode>()

/** Trees are kept: every edit looks at every rule again. */
function parsed(text: string): SyntaxNode {
  const known = trees.get(text)
  if (known) return known
  const tree = parseFeel(text)
  if (trees.size >= 2_000) trees.clear()
  trees.set(text, tree)
  return tree
}

/** The record a node stands for, when it stands for one or for a list of them. */
function visit(node: SyntaxNode, scope: Scope): string | undefined {
  switch (node.name) {
    case 'VariableName':
      return named(node, scope)
    case 'PathExpression':
      return property(node, scope)
    case 'FilterExpression':
      return filtered(node, scope)
    case 'ForExpression':
    case 'QuantifiedExpression':
      iterated(node, scope)
      return undefined
    case 'FunctionDefinition':
    case 'Context':
      visitAll(
        node,
        withBound(
          scope,
          boundNames(node, scope.text).map((name) => [name, undefined]),
        ),
      )
      return undefined
    case 'Expression':
    case 'ParenthesizedExpression':
    case 'IterationContext': {
      const kinds = children(node).map((child) => visit(child, scope))
      return kinds.find((kind) => kind !== undefined)
    }
    default:
      visitAll(node, scope)
      return undefined
  }
}

function named(node: SyntaxNode, scope: Scope): string | undefined {
  const name = textOf(node, scope.text)
  if (scope.bound.has(name)) return scope.bound.get(name)
  for (const record of scope.records) {
    const path = record === '' ? name : `${record}.${name}`
    if (!scope.fields.has(path)) continue
    scope.found.push({ path, from: node.from, to: node.to })
    return path
  }
  return undefined
}

function property(node: SyntaxNode, scope: Scope): string | undefined {
  const [target, , name] = children(node)
  const record = target && visit(target, scope)
  if (record === undefined || name?.name !== 'PathName') return undefined
  const path = `${record}.${textOf(name, scope.text)}`
  if (!scope.fields.has(path)) return undefined
  scope.found.push({ path, from: name.from, to: name.to })
  return path
}

function filtered(node: SyntaxNode, scope: Scope): string | undefined {
  const [target, ...rest] = children(node)
  const record = target && visit(target, scope)
  const inside =
    record === undefined
      ? withBound(scope, [['item', undefined]])
      : { ...withBound(scope, [['item', record]]), records: [record, ...scope.records] }
  for (const child of rest) visit(child, inside)
  return record
}

function iterated(node: SyntaxNode, scope: Scope): void {
  let inner = scope
  for (const child of children(node)) {
    if (child.name !== 'InExpressions') {
      visit(child, withBound(inner, [['partial', undefined]]))
      continue
    }
    for (const binding of children(child)) {
      const [name, ...rest] = children(binding)
      if (name?.name !== 'Name') continue
      const records = rest.map((part) => visit(part, inner))
      inner = withBound(inner, [[textOf(name, scope.text), records.find((record) => record !== undefined)]])
    }
  }
}

function boundNames(node: SyntaxNode, text: string): string[] {
  const holder = node.name === 'Context' ? node : children(node).find((child) => child.name === 'FormalParameters')
  return children(holder ?? node).flatMap((child) => {
    const isBinder = child.name === 'ContextEntry' || child.name === 'FormalParameter'
    return isBinder && child.firstChild ? [textOf(child.firstChild, text)] : []
  })
}

function withBound(scope: Scope, names: ReadonlyArray<readonly [string, string | undefined]>): Scope {
  return { ...scope, bound: new Map([...scope.bound, ...names]) }
}

function visitAll(node: SyntaxNode, scope: Scope): void {
  for (const child of children(node)) visit(child, scope)
}

function children(node: SyntaxNode): SyntaxNode[] {
  const list: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) list.push(child)
  return list
}

function textOf(node: SyntaxNode, text: string): string {
  return text.slice(node.from, node.to).trim()
}
